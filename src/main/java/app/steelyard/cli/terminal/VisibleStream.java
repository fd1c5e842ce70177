package app.steelyard.cli.terminal;

import app.steelyard.text.Visible;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints nothing that commands the terminal: a plan, a log or a name may be a stranger's. */
final class VisibleStream extends PrintStream {
    VisibleStream(PrintStream out) {
        super(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String text) {
        super.print(Visible.of(String.valueOf(text)));
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }
}
