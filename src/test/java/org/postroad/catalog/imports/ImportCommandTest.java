package org.postroad.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.event.EventBacklog;
import picocli.CommandLine;

class ImportCommandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private final InMemoryEventIntake intake = new InMemoryEventIntake();
    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private String output = "";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void importsTheLinesOfAnOrderAsOnePurchaseWhereverTheyStand() throws IOException {
        Path file = write("orders.csv", HEADER + """
                1,A,LANTERN,2,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
                2,B,"CLOCK, RED",1,2010-12-01 08:28:00,10,12346.0,United Kingdom
                1,B,"CLOCK, RED",1,2010-12-01 08:27:00,9.995,17850.0,United Kingdom
                """);

        assertThat(run(file.toString())).isZero();

        assertThat(intake.events).containsOnlyKeys("import:order:1", "import:order:2");
        JsonNode order = intake.event("import:order:1");
        assertThat(order.get("customerId").asText()).isEqualTo("17850");
        assertThat(order.get("type").asText()).isEqualTo("purchased");
        assertThat(order.get("occurredAt").asText()).isEqualTo("2010-12-01T08:26:00Z");
        assertThat(order.at("/properties/total").decimalValue()).isEqualByComparingTo("15.095");
        assertThat(order.at("/properties/items")).hasSize(2);
        assertThat(output).contains("Lines: 3 taken + 0 skipped = 3.", "Events: 2 new, 0 known already.");
    }

    @Test
    void subtractsReturnsFromTheTotal() throws IOException {
        Path file = write("orders.csv", HEADER + "C5,A,LANTERN,-3,2010-12-01 08:26:00,2.5,17850.0,France\n");
        run(file.toString());
        assertThat(intake.event("import:order:C5").at("/properties/total").decimalValue())
                .isEqualByComparingTo("-7.5");
    }

    @Test
    void createsOnlyProductsThatTheCatalogLacks() throws IOException {
        Path file = write("orders.csv", HEADER + """
                1,A,,2,2010-12-01 08:26:00,0,1,France
                2,A,LANTERN,2,2010-12-01 08:26:00,2.55,1,France
                2,POST,POSTAGE,1,2010-12-01 08:26:00,18,1,France
                """);
        run(file.toString(), "--currency", "GBP", "--no-goods", "POST");
        assertThat(catalog.products).containsOnlyKeys("A");
        assertThat(catalog.product("A")).get().satisfies(lantern -> {
            assertThat(lantern.name()).isEqualTo("LANTERN");
            assertThat(lantern.price()).isEqualByComparingTo(new BigDecimal("2.55"));
            assertThat(lantern.currency()).isEqualTo("GBP");
        });

        run(write("later.csv", HEADER + "3,A,LAMP,2,2010-12-02 08:26:00,9,1,France\n")
                .toString());
        assertThat(catalog.product("A").orElseThrow().name()).isEqualTo("LANTERN");

        run(
                write("more.csv", HEADER + "4,B,LAMP,2,2010-12-02 08:26:00,9,1,France\n")
                        .toString(),
                "--no-create-products");
        assertThat(catalog.products).containsOnlyKeys("A");
    }

    @Test
    void reportsUnusableLinesWithNumberAndReasonAndImportsTheRest() throws IOException {
        Path file = write("orders.csv", HEADER + """
                1,A,LANTERN,2,2010-12-01 08:26:00,2.55,,France
                1,A,LANTERN,two,2010-12-01 08:26:00,2.55,7,France
                1,A,LANTERN,2,yesterday,2.55,7,France

                1,A,"LANTERN,2,2010-12-01 08:26:00,2.55,7,France
                1,A,LANTERN
                1,A,"LANTERN
                with a handle",2,2010-12-01 08:26:00,2.55,7,France
                1,A,LANTERN,2,2010-12-01 08:26:00,2.55,8,France
                """);

        assertThat(run(file.toString(), "--show-skipped", "2")).isZero();

        assertThat(intake.events).containsOnlyKeys("import:order:1");
        assertThat(output).contains("Lines: 1 taken + 6 skipped = 7.", "1 lines skipped: no customer");
        assertThat(Files.readAllLines(report("orders.csv")))
                .containsExactly(
                        "line,reason",
                        "2,no customer: CustomerID is empty",
                        "3,Quantity 'two' is no number such as 2.55",
                        "4,InvoiceDate 'yesterday' does not match the time format; give another with --time-format",
                        "6,not CSV: a quotation mark is out of place",
                        "7,has 3 values where the header has 8",
                        "10,the order began with another customer");
        assertThat(output.lines().filter(line -> line.startsWith("  line "))).hasSize(2);
    }

    @Test
    void completesAStoppedImportWhenRunAgain() throws IOException {
        Path file = gzip(
                "orders.csv.gz",
                HEADER
                        + IntStream.range(0, 2_000)
                                .mapToObj("%d,A,LANTERN,1,2010-12-01 08:26:00,1,7,France\n"::formatted)
                                .reduce("", String::concat));
        intake.failingAfter(2);
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(output).contains("The import stopped: the power went out.", "Run it again");
        assertThat(intake.events).hasSize(1_000);

        intake.repaired();
        assertThat(run(file.toString())).isZero();
        assertThat(intake.events).hasSize(2_000);
        assertThat(output)
                .contains("Events: 1,000 new, 1,000 known already.", "Lines: 2,000 taken + 0 skipped = 2,000.");

        run(file.toString());
        assertThat(intake.events).hasSize(2_000);
        assertThat(output).contains("Events: 0 new, 2,000 known already.");
    }

    @Test
    void importsEventsLineByLine() throws IOException {
        Path file = write("past.ndjson", """
                {"id":"e1","customerId":"sarah","type":"product_viewed","occurredAt":"2026-01-01T10:00:00Z"}
                {"customerId":"sarah","type":"product_viewed","occurredAt":"2026-01-01T10:00:00Z"}
                {"customerId":"sarah","type":

                ["no event"]
                {"type":"product_viewed"}
                """);
        assertThat(run(file.toString())).isZero();
        assertThat(intake.events).hasSize(2).containsKey("e1");
        assertThat(output).contains("Lines: 2 taken + 3 skipped = 5.");
        assertThat(Files.readAllLines(report("past.ndjson")))
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("3,not JSON");

        run(file.toString());
        assertThat(intake.events).hasSize(2);
    }

    @Test
    void findsColumnsByOtherHeadingsSeparatorsAndFormats() throws IOException {
        Path file = write("export.csv", """
                \uFEFFOrder ID;SKU;Who;Qty;Unit price;Ordered at
                77;A;anna;2;3.50;3/31/2026 02:30
                """);
        assertThat(run(
                        file.toString(),
                        "--map",
                        "customer=Who",
                        "--time-format",
                        "M/d/yyyy HH:mm",
                        "--zone",
                        "Europe/Berlin",
                        "--source",
                        "berlin"))
                .isZero();
        assertThat(intake.event("berlin:order:77").get("occurredAt").asText()).isEqualTo("2026-03-31T00:30:00Z");
    }

    @Test
    void refusesWrongOptionsAndFilesBeforeImportingAnything() throws IOException {
        String orders = write("orders.csv", HEADER + "1,A,B,1,12/1/2010 8:26,1,7,France\n")
                .toString();
        assertThat(run(orders, "--map", "price=Preis")).isEqualTo(2);
        assertThat(output)
                .contains("--map price=Preis: the file has no column 'Preis'. Its columns are: InvoiceNo, StockCode,");

        assertThat(run(orders, "--map", "colour=StockCode")).isEqualTo(2);
        assertThat(output)
                .contains("--map knows no 'colour'; it knows customer, order, product, quantity, price, time, name.");

        assertThat(run(orders)).isEqualTo(2);
        assertThat(output)
                .contains(
                        "None of the file's 1 lines is an order line.",
                        "InvoiceDate '12/1/2010 8:26'",
                        "--time-format");

        assertThat(run(write("lines.csv", "a,b\n1,2\n").toString())).isEqualTo(2);
        assertThat(output).contains("No column of the file is known to hold the customer. Its columns are: a, b.");

        assertThat(run(folder.resolve("nowhere.csv").toString())).isEqualTo(2);
        assertThat(output).contains("There is no file that can be read at");

        assertThat(run(write("orders.xlsx", "PK").toString())).isEqualTo(2);
        assertThat(output).contains("its name should end in .ndjson or .jsonl (events) or .csv (order lines)");

        assertThat(intake.events).isEmpty();
        assertThat(catalog.products).isEmpty();
    }

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        ImportCommand command =
                new ImportCommand(intake, new NoBacklog(), catalog, new ObjectMapper(), folder.resolve("home"));
        int exit = new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
        output = out.toString();
        return exit;
    }

    private static final class NoBacklog implements EventBacklog {

        @Override
        public int drain() {
            return 0;
        }

        @Override
        public long size() {
            return 0;
        }
    }

    private Path report(String name) {
        return folder.resolve("home/imports/" + name + ".skipped.csv");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path gzip(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
