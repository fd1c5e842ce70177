package app.steelyard.pricing.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeptPricesTest {
    private static final String HEAD =
            "set,read,vendor,id,name,window,tier,from,to,input,cached,write,writeHour,output,above,longInput,longCached,longWrite,longWriteHour,longOutput,kinds,longKinds,aliases,currency,source\n";

    /** A person may have changed the file. */
    @Test
    void aRowThatMakesNoSenseIsToldAndTheOthersStay() {
        KeptPrices kept = KeptPrices.read(
                "own.csv",
                HEAD
                        + ",2026-01-01,acme,good,Good,,standard,,,1,,,,2,,,,,,,audio-input=3,,,USD,Offer\n"
                        + ",2026-01-01,acme,no-price,A,,standard,,,1,,,,2,,,,,,,audio-input,,,USD,Offer\n"
                        + ",2026-01-01,acme,no-kind,A,,standard,,,1,,,,2,,,,,,,loud=3,,,USD,Offer\n"
                        + ",2026-01-01,acme,endless,A,,standard,,,1e999999999,,,,2,,,,,,,,,,USD,Offer\n");
        assertEquals(
                List.of("good"), kept.prices().stream().map(p -> p.ref().id()).toList());
        assertEquals(
                List.of(3L, 4L, 5L), kept.problems().stream().map(p -> p.line()).toList());
    }
}
