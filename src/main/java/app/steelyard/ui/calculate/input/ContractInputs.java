package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.ContractNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What is agreed with the base model's vendor, and capacity in place of tokens. */
final class ContractInputs {
    private static final Texts TEXTS = Texts.of(ContractInputs.class);

    private final Workspace workspace;

    ContractInputs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What makes the bill another than the list prices. */
    List<Input> bill(InputRows rows) {
        return ContractNumber.ofBill().stream().map(n -> number(n, rows)).toList();
    }

    /** One of them by itself. */
    Node of(ContractNumber number, InputRows rows) {
        return number(number, rows).node().get();
    }

    /** Whether capacity is paid, and its numbers where it is. */
    List<Input> capacity(InputRows rows) {
        return Stream.concat(
                        Stream.of(
                                rows.flag("contract.capacity", ContractNumber::byCapacity, ContractNumber::byCapacity),
                                offers(rows)),
                        ContractNumber.ofCapacity().stream().map(n -> number(n, rows)))
                .toList();
    }

    private Input offers(InputRows rows) {
        return new Input(OfferMenu.KEY, TEXTS.get(OfferMenu.KEY) + " " + TEXTS.get(OfferMenu.KEY + ".words"), () -> {
            OfferMenu menu = new OfferMenu(workspace);
            rows.add(menu::refresh);
            return menu;
        });
    }

    private Input number(ContractNumber number, InputRows rows) {
        String key = "contract." + Names.word(number);
        return new Input(key, TEXTS.get(key) + " " + TEXTS.get(key + ".words"), () -> {
            NumberEntry entry = new NumberEntry(
                    workspace,
                    new NumberEntry.Subject(
                            key, TEXTS.get(key), number.unit(), number.optional(), true, number::get, number::with));
            VBox box = new VBox(InputRows.row(key, entry.withMessage()));
            rows.add(() -> {
                entry.refresh();
                Fx.show(box, number.matters(workspace.plan()));
            });
            return box;
        });
    }
}
