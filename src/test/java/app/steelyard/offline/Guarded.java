package app.steelyard.offline;

import app.steelyard.Main;
import app.steelyard.cli.Cli;
import app.steelyard.report.pdf.PageWithReferences;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What {@link OfflineTest} runs in a guarded Java: all that should leave the network alone ({@code work FOLDER}), all that
 * should not ({@code trespass}), or the program itself ({@code main ARGUMENTS}). Prints a line for each, whether it went well and how often the alarm went off.
 */
final class Guarded {
    /** Nobody listens there, should the alarm fail. */
    private static final String NOWHERE = "http://127.0.0.1:9/picture.png";

    private Guarded() {}

    public static void main(String[] args) throws Exception {
        Alarm.arm();
        if (args[0].equals("main")) {
            // The program ends Java by itself.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                List<Throwable> heard = Alarm.heard();
                heard.forEach(Throwable::printStackTrace);
                System.out.println(heard.isEmpty() ? "silent" : "alarm");
            }));
            Main.main(Arrays.copyOfRange(args, 1, args.length));
        }
        Map<String, Callable<?>> runs = args[0].equals("work") ? work(Path.of(args[1])) : trespass();
        for (Map.Entry<String, Callable<?>> run : runs.entrySet()) {
            String result;
            try {
                result = String.valueOf(run.getValue().call());
            } catch (Exception | ExceptionInInitializerError e) {
                result = "failed";
            }
            List<Throwable> heard = Alarm.heard();
            heard.forEach(Throwable::printStackTrace);
            System.out.println(run.getKey() + ": " + result + ", " + (heard.isEmpty() ? "silent" : "alarm"));
        }
        // Selectors of a client that was refused may hold threads.
        System.exit(0);
    }

    private static Map<String, Callable<?>> work(Path folder) throws Exception {
        String usage = "src/test/resources/app/steelyard/usage/";
        String plan = folder.resolve("ours.steelyard").toString();
        Path prompt = Files.writeString(folder.resolve("prompt.txt"), "See http://127.0.0.1:9/ for more.");
        List<List<String>> commands = List.of(
                List.of("--version"),
                List.of("samples"),
                List.of("cost", "sample:caching"),
                List.of("decide", "answers:support-bot"),
                List.of("import", usage + "openai/usage.csv", "--into", plan),
                List.of("cost", plan),
                List.of(
                        "import",
                        usage + "openai/usage.csv",
                        "--ledger",
                        folder.resolve("usage.ledger").toString()),
                List.of("usage", "kpis", usage + "openai/usage.csv"),
                List.of("usage", "reconcile", usage + "openai/usage.csv", usage + "openai/costs.csv"),
                List.of("prices", "list"),
                List.of("prices", "validate", "pricing-profiles/openai.json"),
                List.of("tokens", prompt.toString()));
        Map<String, Callable<?>> runs = new LinkedHashMap<>();
        for (List<String> command : commands) {
            runs.put(String.join(" ", command.subList(0, Math.min(2, command.size()))) + " #" + runs.size(), () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
                int code = Cli.run(stream, stream, command.toArray(String[]::new));
                if (code != 0) {
                    System.err.println(out.toString(StandardCharsets.UTF_8));
                }
                return code;
            });
        }
        runs.put("page with references", () -> PageWithReferences.write(NOWHERE) > 0 ? 0 : 1);
        return runs;
    }

    private static Map<String, Callable<?>> trespass() {
        Map<String, Callable<?>> runs = new LinkedHashMap<>();
        runs.put("Socket", () -> new Socket("127.0.0.1", 9));
        runs.put("unconnected Socket", Socket::new);
        runs.put("ServerSocket", () -> new ServerSocket(0));
        runs.put("DatagramSocket", DatagramSocket::new);
        runs.put("SocketChannel", SocketChannel::open);
        runs.put("ServerSocketChannel", ServerSocketChannel::open);
        runs.put("DatagramChannel", DatagramChannel::open);
        runs.put("AsynchronousSocketChannel", AsynchronousSocketChannel::open);
        runs.put("InetAddress", () -> InetAddress.getByName("steelyard.invalid"));
        runs.put("URL", () -> URI.create(NOWHERE).toURL().openStream());
        runs.put("HttpClient", () -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(
                        HttpRequest.newBuilder(URI.create(NOWHERE)).build(), HttpResponse.BodyHandlers.discarding());
            }
        });
        runs.put("a page that is not ours", () -> {
            XRLog.setLoggingEnabled(false);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withHtmlContent(PageWithReferences.html(NOWHERE), null);
            builder.toStream(new ByteArrayOutputStream());
            builder.run();
            return "drawn";
        });
        return runs;
    }

    /** The command that runs this class with the alarm. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(Alarm.OPTIONS);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Guarded.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
