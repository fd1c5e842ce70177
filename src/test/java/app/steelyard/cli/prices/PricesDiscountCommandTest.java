package app.steelyard.cli.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cli.CliRun;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.AgreedFile;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesDiscountCommandTest {
    private static final Plan AGENT = Samples.plan("coding-agent").orElseThrow();

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aPlan() {
        file = folder.resolve("agent.steelyard");
        PlanFile.save(file, AGENT, null);
    }

    private CliRun run(String arguments) {
        List<String> all = new ArrayList<>(List.of("prices", "discount", "--plan", file.toString()));
        all.addAll(List.of(arguments.split(" ")));
        return CliRun.in(folder, all.toArray(String[]::new));
    }

    private double cost() {
        return CliRun.in(folder, "cost", file.toString(), "--format", "json")
                .json()
                .at("/architectures/0/total")
                .asDouble();
    }

    @Test
    void twelvePerCentOffIsOneLineAndIsTakenBackByOne() {
        double atList = cost();
        assertTrue(atList > 0);
        CliRun said = run("anthropic 12%");
        assertEquals(ExitCodes.DONE, said.code(), said.err());
        assertTrue(said.out().contains("12 % off anthropic"), said.out());
        assertEquals(
                List.of(new Discount("anthropic", 0.12)),
                PlanFile.open(file).plan().contract().discounts());
        assertEquals(0.88 * atList, cost(), 1e-9 * atList);
        // Said again it takes the place of what was said.
        assertEquals(ExitCodes.DONE, run("anthropic 20%").code());
        assertEquals(0.8 * atList, cost(), 1e-9 * atList);
        assertEquals(ExitCodes.DONE, run("anthropic --remove").code());
        assertEquals(AGENT, PlanFile.open(file).plan());
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic, 2, Say the share",
        "anthropic 112%, 2, 112",
        "anthropic -5%, 2, -5",
        "anthropic 12% --remove, 2, --remove takes no share",
        "--remove, 2, Say whose prices",
        "anthropic --commit 50k --kind input, 2, limit a share off",
        "--tax 19% --above 10k, 2, limit a share off",
        "anthropic 12% --others 5k, 2, by --commit",
        "anthropic 12% --from 2027-02-01 --until 2027-01-01, 3, contract.discounts",
        "anthropc 12%, 3, anthropc",
        "anthropic/claude-sonnet 12%, 3, claude-sonnet*",
        "google --remove, 3, Nothing is agreed on google",
    })
    void whatMakesNoSenseIsRefusedAndChangesNothing(String arguments, int code, String says) throws IOException {
        byte[] before = Files.readAllBytes(file);
        CliRun refused = run(arguments);
        assertEquals(code, refused.code(), refused.out() + refused.err());
        assertTrue(refused.err().contains(says), refused.err());
        Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void whatIsAgreedForAllPlansIsKeptAndADamagedFileStays() throws IOException {
        AgreedFile agreed = new AgreedFile(folder.resolve("deeper").resolve("agreed.json"));
        assertEquals(Contract.NONE, agreed.read().contract());
        Contract contract = Contract.NONE
                .with(new Discount("anthropic", 0.12))
                .with(new Contract.Commitment("google", 50_000, 5_000.0, null, null, "the offer"))
                .with(new Contract.Credit("google", 10_000, null, null, null))
                .withTax(0.19);
        agreed.write(contract);
        assertEquals(new AgreedFile.Read(contract, List.of()), agreed.read());
        Files.writeString(agreed.path(), "{\"discounts\": [{\"vendor\": \"anthropic\", \"off\": 1.5}]}");
        AgreedFile.Read damaged = agreed.read();
        assertEquals(Contract.NONE, damaged.contract());
        assertTrue(new Refusal(damaged.problems()).getMessage().contains("/discounts/0/off"), damaged.toString());
    }
}
