package app.steelyard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Holds the walls of the house: which room may import which, and what no room may do. */
@AnalyzeClasses(packages = "app.steelyard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "app.steelyard.";

    /** {@code room} may import the rooms of {@code below} and no other of ours. */
    private static ArchRule only(String room, String... below) {
        String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(below))
                .map(r -> HOUSE + r + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(HOUSE + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("app.steelyard..").and(not(resideInAnyPackage(allowed))))
                .because("imports only go down: " + room + " may import " + List.of(below));
    }

    @ArchTest
    static final ArchRule TEXT = only("text");

    @ArchTest
    static final ArchRule FILES = only("files");

    @ArchTest
    static final ArchRule JSON = only("json", "text");

    @ArchTest
    static final ArchRule PLAN = only("plan", "text");

    @ArchTest
    static final ArchRule PRICING = only("pricing", "plan", "json", "text", "files");

    @ArchTest
    static final ArchRule TOKENS = only("tokens", "plan", "json", "text", "files");

    @ArchTest
    static final ArchRule COST = only("cost", "plan", "pricing", "text");

    @ArchTest
    static final ArchRule USAGE = only("usage", "cost", "plan", "pricing", "json", "text", "files");

    @ArchTest
    static final ArchRule DECISION = only("decision", "cost", "plan", "pricing", "json", "text");

    @ArchTest
    static final ArchRule WHATIF = only("whatif", "cost", "plan", "pricing", "json", "text");

    @ArchTest
    static final ArchRule DOCUMENT = only("document", "decision", "usage", "plan", "pricing", "json", "text", "files");

    @ArchTest
    static final ArchRule CHART = only("chart", "decision", "whatif", "usage", "cost", "plan", "pricing", "text");

    @ArchTest
    static final ArchRule REPORT =
            only("report", "chart", "decision", "whatif", "cost", "plan", "pricing", "tokens", "text", "files");

    @ArchTest
    static final ArchRule APP = only(
            "app",
            "report",
            "chart",
            "document",
            "decision",
            "usage",
            "whatif",
            "cost",
            "plan",
            "pricing",
            "tokens",
            "json",
            "text",
            "files");

    @ArchTest
    static final ArchRule CLI = only(
            "cli",
            "app",
            "report",
            "chart",
            "document",
            "decision",
            "usage",
            "whatif",
            "cost",
            "plan",
            "pricing",
            "tokens",
            "json",
            "text");

    @ArchTest
    static final ArchRule UI = only(
            "ui",
            "app",
            "report",
            "chart",
            "document",
            "decision",
            "usage",
            "whatif",
            "cost",
            "plan",
            "pricing",
            "tokens",
            "json",
            "text",
            "files");

    /** Screens meet in the window and in the workspace; none knows another. */
    @ArchTest
    static void screensDoNotKnowEachOther(JavaClasses classes) {
        for (String screen :
                List.of("calculate", "check", "decide", "gallery", "prices", "usage", "whatif", "report")) {
            noClasses()
                    .that()
                    .resideInAPackage(HOUSE + "ui." + screen + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                            List.of("calculate", "check", "decide", "gallery", "prices", "usage", "whatif", "report")
                                    .stream()
                                    .filter(other -> !other.equals(screen))
                                    .map(other -> HOUSE + "ui." + other + "..")
                                    .toArray(String[]::new)))
                    .allowEmptyShould(true)
                    .because("no screen talks to another")
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("app.steelyard.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_THE_WINDOW = noClasses()
            .that()
            .resideOutsideOfPackages("app.steelyard.ui..", "app.steelyard")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("the engine and the command line must run without a toolkit");

    @ArchTest
    static final ArchRule AWT_STAYS_IN_THE_REPORT = noClasses()
            .that()
            .resideOutsideOfPackages("app.steelyard.chart.draw..", "app.steelyard.report..", "app.steelyard.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt..")
            .because("AWT is slow to load and only needed to draw into a PDF or a picture");

    @ArchTest
    static final ArchRule ENCODINGS_STAY_BEHIND_THE_COUNTER = noClasses()
            .that()
            .resideOutsideOfPackage("app.steelyard.tokens..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.knuddels..")
            .because("another tokenizer must be one class, and none may be loaded before something is counted");

    @ArchTest
    static final ArchRule NOTHING_OPENS_A_CONNECTION = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..")
                    .and(not(JavaClass.Predicates.belongToAnyOf(
                            java.nio.channels.FileChannel.class,
                            java.nio.channels.FileLock.class,
                            java.nio.channels.Channels.class,
                            java.nio.channels.OverlappingFileLockException.class)))
                    .or(JavaClass.Predicates.belongToAnyOf(
                            java.net.Socket.class,
                            java.net.ServerSocket.class,
                            java.net.DatagramSocket.class,
                            java.net.URLConnection.class,
                            java.net.InetAddress.class)))
            .because("Steelyard never talks to the network");

    @ArchTest
    static final ArchRule NOTHING_IS_FETCHED_OR_BROWSED = noClasses()
            .should()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection", java.net.Proxy.class)
            .orShould()
            .callMethod(java.net.URL.class, "getContent")
            .orShould()
            .dependOnClassesThat(
                    JavaClass.Predicates.belongToAnyOf(java.awt.Desktop.class, javafx.application.HostServices.class))
            .because("Steelyard never talks to the network, nor has a browser do it");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("app.steelyard.cli..", "app.steelyard")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a printed line is lost in a window");

    @ArchTest
    static final ArchRule THE_CLOCK_IS_READ_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("app.steelyard.cli..", "app.steelyard.ui..", "app.steelyard")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("the same plan and prices must give the same result on any day");

    @ArchTest
    static final ArchRule THE_LANGUAGE_IS_CHOSEN_ONCE = noClasses()
            .that()
            .resideOutsideOfPackage("app.steelyard.text..")
            .should()
            .callMethod(Locale.class, "getDefault")
            .because("text.Texts chooses the language");

    @ArchTest
    static final ArchRule MONEY_THAT_IS_RECORDED_IS_EXACT = classes()
            .that()
            .resideInAPackage("app.steelyard.pricing..")
            .should(new NoFloatingFields())
            .because("recorded prices are exact decimals; only forecasts are floating");
}
