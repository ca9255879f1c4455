package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.cli.CommandLauncher;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.sample.SampleRequest;
import org.postroad.rehearse.sample.SampledScenes;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** {@code simulate --sample}: the installation's own customers live with a journey, and nobody can be recognised. */
@OwnContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleIT {

    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    private static MarkedInstallation installation;
    private static RehearsalApplication rehearsal;

    /** One for most of the tests: a start takes seconds. */
    private static CommandLine simulate;

    @BeforeAll
    static void start() {
        System.setProperty("postroad.home", home.toString());
        installation = MarkedInstallation.start(home);
        rehearsal = RehearsalApplication.open(PostroadApplication.class, true);
        simulate = new CommandLine(rehearsal.context().getBean(SimulateCommand.class));
    }

    @AfterAll
    static void stop() {
        System.clearProperty("postroad.home");
        rehearsal.close();
        installation.close();
    }

    /** What a run of the command came to. */
    private record Run(int exitCode, String said, String report) {}

    @Test
    @Order(1)
    void saysThatThereIsNobody() throws IOException {
        assertThat(simulate("--sample", "10"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.said()).contains("no customer"));
    }

    @Test
    @Order(2)
    void simulatesWithTheInstallationsCustomers() throws IOException {
        installation.tellOfCustomers();
        Map<String, List<String>> before = contents(installation.jdbc());
        assertThat(marked(before)).hasSizeGreaterThan(100);
        Run run = simulateFromTheStart("--sample", "10", "--days", "6");
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.report())
                .contains("10 people of a sample", "10 of the installation&#39;s 24 customers", "from 2026-11-23")
                .contains("Assumed:");
        assertThat(Stream.of(run.report(), run.said())).allSatisfy(SampleIT::isUnmarked);
        assertThat(contents(installation.jdbc())).as("the installation").isEqualTo(before);
        assertThat(installation.http().get("/api/customers/zaphira-1").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void keepsNothingThatNamesAPerson() {
        Map<String, byte[]> files = JourneyFolder.read(Path.of("."));
        SampledScenes.SampledScene taken = rehearsal
                .context()
                .getBean(SampledScenes.class)
                .take(new SampleRequest(100, 1, Optional.empty(), files, List.of()));
        assertThat(describedSample(1)).isEqualTo(describedSample(1));
        assertThat(describedSample(2)).isNotEqualTo(describedSample(1));
        SimulationPlan plan = new SimulationPlan("browse-abandonment", 24, 21, 1, taken.starts());
        rehearsal.context().getBean(Simulation.class).run(plan, taken.scene(), files, Map.of(), now -> {});
        JdbcClient jdbc = rehearsal.context().getBean(JdbcClient.class);
        assertThat(marked(contents(jdbc))).isEmpty();
        assertThat(texts(jdbc, "select distinct attributes::text from customer"))
                .allSatisfy(attributes -> assertThat(attributes)
                        .containsPattern("\"birthday\": \"--05-[0-9]{2}\"")
                        .contains("\"role\": \"manager\"", "\"companySize\": 120", "\"green\"", "\"latitude\": 51.5")
                        .doesNotContain("street", "mobile"));
        assertThat(texts(jdbc, "select topic from consent where granted")).contains("marketing");
        livesOnAsBefore(jdbc, plan);
    }

    private static String describedSample(long seed) {
        return rehearsal
                .context()
                .getBean(SampledScenes.class)
                .take(new SampleRequest(5, seed, Optional.empty(), Map.of(), List.of()))
                .scene()
                .description();
    }

    /** Half of the people came every other day for tea, the others every third week for cups. */
    private static void livesOnAsBefore(JdbcClient jdbc, SimulationPlan plan) {
        String views = """
                select count(*) filter (where type = 'product_viewed' and properties ->> 'productId' like '%1$s') from event
                where occurred_at > '%2$s' and customer_id in (select customer_id from event where occurred_at < '%2$s'
                group by 1 having count(*) %3$s 40)""";
        long teaOfTheFrequent = count(jdbc, views.formatted("tea%", plan.starts(), ">"));
        long teaOfTheRare = count(jdbc, views.formatted("tea%", plan.starts(), "<"));
        long cupsOfTheFrequent = count(jdbc, views.formatted("cup%", plan.starts(), ">"));
        long cupsOfTheRare = count(jdbc, views.formatted("cup%", plan.starts(), "<"));
        assertThat(teaOfTheFrequent).isGreaterThan(5 * cupsOfTheFrequent);
        assertThat(cupsOfTheRare).isGreaterThan(teaOfTheRare);
        assertThat(teaOfTheFrequent).isGreaterThan(3 * (cupsOfTheRare + teaOfTheRare));
    }

    @Test
    @Order(4)
    void comparesDiagramsWithTheSample() throws IOException {
        Path copy = Files.copy(Path.of("bpmn", "browse-abandonment.bpmn"), folder.resolve("copy.bpmn"));
        Run run = simulate("--sample", "100", "--days", "4", "--against", copy.toString());
        assertThat(run.exitCode()).as(run.said()).isZero();
        assertThat(run.said())
                .contains("The installation has only 24 customers with an e-mail address; all are taken.")
                .contains("for 24 people:");
        assertThat(run.said().lines().filter(line -> line.contains("no difference is shown")))
                .hasSize(4);
    }

    @Test
    @Order(5)
    void readsAHomeWhoseServerRests() throws IOException {
        Run running = simulate("--sample", "5", "--days", "2");
        installation.close();
        assertThat(simulate("--sample", "5", "--days", "2").report()).isEqualTo(running.report());
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(6)
    void saysThatThereIsNoInstallation() throws IOException {
        System.setProperty("postroad.home", folder.resolve("nowhere").toString());
        Run run = simulate("--sample", "5");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said()).contains("There is no installation");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    /** In the rehearsal that is there. */
    private Run simulate(String... options) throws IOException {
        StringWriter said = new StringWriter();
        simulate.setOut(new PrintWriter(said));
        return run(() -> simulate.execute(line(options)), said::toString);
    }

    /** As from a terminal. */
    private Run simulateFromTheStart(String... options) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        String[] line =
                Stream.concat(Stream.of("simulate"), Stream.of(line(options))).toArray(String[]::new);
        try {
            return run(
                    () -> CommandLauncher.run(PostroadApplication.class, line),
                    () -> said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }

    private Run run(IntSupplier command, Supplier<String> said) throws IOException {
        Files.deleteIfExists(report());
        int exitCode = command.getAsInt();
        return new Run(exitCode, said.get(), Files.exists(report()) ? Files.readString(report()) : "");
    }

    private Path report() {
        return folder.resolve("report.html");
    }

    private String[] line(String... options) {
        return Stream.concat(Stream.of("browse-abandonment", "--report", report().toString()), Stream.of(options))
                .toArray(String[]::new);
    }

    private static void isUnmarked(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(MarkedInstallation.MARKERS);
    }

    /** All rows of all tables as texts, by table. */
    private static Map<String, List<String>> contents(JdbcClient jdbc) {
        Map<String, List<String>> contents = new TreeMap<>();
        texts(jdbc, "select tablename::text from pg_tables where schemaname = 'public'")
                .forEach(table ->
                        contents.put(table, texts(jdbc, "select t::text from \"" + table + "\" t order by 1")));
        return contents;
    }

    private static List<String> marked(Map<String, List<String>> contents) {
        return contents.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(row -> table.getKey() + " " + row))
                .filter(row -> MarkedInstallation.MARKERS.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private static List<String> texts(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
