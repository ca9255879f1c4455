package org.postroad.rehearse.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses customers of an installation by lot and reads them and their pasts, anonymised row by row. */
final class SampleReader {

    private static final String CHOOSE = Sql.of(SampleReader.class, "choose-customers");
    private static final String PAST = Sql.of(SampleReader.class, "read-past");
    private static final String CONSENTS = Sql.of(SampleReader.class, "read-consents");

    private static final int CUSTOMERS_AT_ONCE = 500;

    /** Days by which dates of a person are shifted at most. */
    private static final int MOST_SHIFT = 7;

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;
    private final JsonColumns json;

    SampleReader(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.json = new JsonColumns(mapper);
    }

    /** @throws IllegalArgumentException with a sentence, if there is nobody to choose */
    Sample read(SampleRequest request) {
        requireInstallation();
        SampledCatalog catalog = new CatalogRows(jdbc, mapper).read();
        SampleAnonymiser anonymiser =
                new SampleAnonymiser(new KnownWords(catalog, request.files().values(), request.expressions()));
        Instant starts = request.starts().orElseGet(this::latestMoment);
        Map<String, SampledCustomer> chosen = choose(request, starts, anonymiser);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "The installation has no customer with an e-mail address before " + starts + ".");
        }
        List<String> ids = List.copyOf(chosen.keySet());
        for (int from = 0; from < ids.size(); from += CUSTOMERS_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CUSTOMERS_AT_ONCE));
            readConsents(some, starts, chosen, anonymiser);
            readPast(some, request.seed(), starts, chosen, anonymiser);
        }
        return new Sample(catalog, List.copyOf(chosen.values()), starts, available(starts), anonymiser.replaced());
    }

    private void requireInstallation() {
        boolean present = jdbc.sql("select to_regclass('customer') is not null and to_regclass('event') is not null")
                .query(Boolean.class)
                .single();
        if (!present) {
            throw new IllegalArgumentException("The configured database holds no installation of Postroad.");
        }
    }

    /** When the installation last heard of anything, by its own clock, rounded up to the hour. */
    private Instant latestMoment() {
        return jdbc.sql("select greatest((select max(received_at) from event), (select max(updated_at) from customer))"
                        + " as latest")
                .query((row, number) -> SqlValues.instantIfAny(row, "latest"))
                .single()
                .map(latest -> latest.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)))
                .orElseThrow(() -> new IllegalArgumentException("The installation has no customers."));
    }

    private long available(Instant starts) {
        return jdbc.sql("select count(*) from customer where email is not null and created_at <= :starts")
                .param("starts", SqlValues.timestamp(starts))
                .query(Long.class)
                .single();
    }

    private Map<String, SampledCustomer> choose(SampleRequest request, Instant starts, SampleAnonymiser anonymiser) {
        Map<String, SampledCustomer> chosen = new LinkedHashMap<>();
        jdbc.sql(CHOOSE)
                .param("starts", SqlValues.timestamp(starts))
                .param("seed", Long.toString(request.seed()))
                .param("customers", request.customers())
                .query(row -> {
                    int number = chosen.size() + 1;
                    chosen.put(row.getString("id"), customer(row, number, shift(request.seed(), number), anonymiser));
                });
        return chosen;
    }

    /** Names are told apart from no name, and from nothing else. */
    private SampledCustomer customer(ResultSet row, int number, int shift, SampleAnonymiser anonymiser)
            throws SQLException {
        return new SampledCustomer(
                "c-" + number,
                "customer-" + number + "@example.com",
                row.getString("first_name") == null ? null : "Robin",
                row.getString("last_name") == null ? null : "Example",
                SampleAnonymiser.locale(row.getString("locale")),
                row.getString("time_zone"),
                anonymiser.map(json.map(row, "attributes"), shift),
                SqlValues.instant(row, "created_at"),
                SqlValues.instant(row, "updated_at"),
                row.getString("suppressed"),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static int shift(long seed, int number) {
        return new SplittableRandom(seed + number).nextInt(-MOST_SHIFT, MOST_SHIFT + 1);
    }

    private void readConsents(
            List<String> ids, Instant starts, Map<String, SampledCustomer> chosen, SampleAnonymiser anonymiser) {
        jdbc.sql(CONSENTS)
                .param("customers", SqlValues.texts(ids))
                .param("starts", SqlValues.timestamp(starts))
                .query(row -> {
                    of(row, chosen)
                            .consents()
                            .add(new SampledCustomer.SampledConsent(
                                    anonymiser.topic(row.getString("topic")),
                                    row.getBoolean("granted"),
                                    SqlValues.instant(row, "at")));
                });
    }

    private void readPast(
            List<String> ids,
            long seed,
            Instant starts,
            Map<String, SampledCustomer> chosen,
            SampleAnonymiser anonymiser) {
        jdbc.sql(PAST)
                .param("customers", SqlValues.texts(ids))
                .param("starts", SqlValues.timestamp(starts))
                .param("since", SqlValues.timestamp(starts.minus(Sample.WINDOW)))
                .query(row -> {
                    SampledCustomer customer = of(row, chosen);
                    customer.past().add(event(row, customer, seed, anonymiser));
                });
    }

    private Event event(ResultSet row, SampledCustomer customer, long seed, SampleAnonymiser anonymiser)
            throws SQLException {
        String type = row.getString("type");
        int number = Integer.parseInt(customer.id().substring(2));
        return new Event(
                "sample:" + number + ":" + customer.past().size(),
                customer.id(),
                anonymiser.eventType(type),
                SqlValues.instant(row, "occurred_at"),
                tellsDetails(type)
                        ? Map.of() // the customer as known at the end of the past is read instead
                        : anonymiser.map(json.map(row, "properties"), shift(seed, number)));
    }

    private static boolean tellsDetails(@Nullable String type) {
        return EventType.SIGNED_UP.equals(type) || EventType.PROFILE_CHANGED.equals(type);
    }

    private static SampledCustomer of(ResultSet row, Map<String, SampledCustomer> chosen) throws SQLException {
        return Objects.requireNonNull(chosen.get(row.getString("customer_id")));
    }
}
