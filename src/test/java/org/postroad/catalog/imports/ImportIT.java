package org.postroad.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postroad.PostroadTest;
import org.postroad.customer.profile.Profiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** A real shop's past, compared with plain SQL over the raw file. */
@PostroadTest
class ImportIT {

    private static final Path ONLINE_RETAIL = Path.of("../shared/data/online-retail-to-2011-09-30.csv.gz");

    @Autowired
    ImportCommand command;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Test
    void findsTheOrdersAndRevenueOfEachCustomerThatPlainSqlFinds() throws IOException, SQLException {
        assumeTrue(Files.exists(ONLINE_RETAIL), "skipped: there is no " + ONLINE_RETAIL);
        Map<String, String> expected = expected();
        assertThat(expected).hasSizeGreaterThan(3_000);

        String output = run(ONLINE_RETAIL.toString(), "--source", "online-retail", "--currency", "GBP");
        assertThat(output).contains("Lines: 272,875 taken + 98,056 skipped = 370,931.", "15,920 new, 0 known already");
        assertThat(actual(expected.keySet())).isEqualTo(expected);
        assertThat(jdbc.sql("select count(*) from enrolment where customer_id = any(?)")
                        .param(expected.keySet().toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(run(ONLINE_RETAIL.toString(), "--source", "online-retail", "--currency", "GBP"))
                .contains("Lines: 272,875 taken + 98,056 skipped = 370,931.", "0 new, 15,920 known already");
        assertThat(actual(expected.keySet())).isEqualTo(expected);
    }

    private Map<String, String> actual(Collection<String> customers) {
        Map<String, String> actual = new TreeMap<>();
        profiles.ofAll(customers).forEach((id, profile) -> actual.put(id, shown(profile.orders(), profile.revenue())));
        return actual;
    }

    private static String shown(long orders, BigDecimal revenue) {
        return orders + " orders, " + revenue.stripTrailingZeros().toPlainString();
    }

    /** Other tests use the same database. */
    @AfterEach
    void cleanUp() {
        jdbc.sql("delete from customer where id in (select customer_id from event where id like 'online-retail:%')")
                .update();
        jdbc.sql("delete from event_key where id like 'online-retail:%'").update();
        jdbc.sql("delete from event where id like 'online-retail:%'").update();
        jdbc.sql("delete from product where currency = 'GBP' and category is null")
                .update();
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments))
                .as(out.toString())
                .isZero();
        return out.toString();
    }

    /** Orders and revenue in the raw file, by customer. */
    private Map<String, String> expected() throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection();
                BufferedReader file = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(ONLINE_RETAIL)), StandardCharsets.UTF_8))) {
            connection.createStatement().execute("""
                    create temp table raw (invoice text, stock text, description text, quantity numeric, at timestamp,
                                           price numeric, customer text, country text)""");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy raw from stdin with (format csv, header)", file);
            TreeMap<String, String> expected = new TreeMap<>();
            ResultSet rows = connection.createStatement().executeQuery("""
                    select split_part(customer, '.', 1) as customer,
                           count(distinct invoice) filter (where invoice not like 'C%') as orders,
                           sum(quantity * price) as revenue
                    from raw where customer is not null group by 1""");
            while (rows.next()) {
                expected.put(rows.getString("customer"), shown(rows.getLong("orders"), rows.getBigDecimal("revenue")));
            }
            connection.createStatement().execute("drop table raw");
            return expected;
        }
    }
}
