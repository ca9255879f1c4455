package org.postroad.evaluate.recommend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.evaluate.OnlineRetail.Purchase;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.recommend.model.PastPurchases;
import org.postroad.recommend.model.RankedProduct;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** What a running Postroad recommends, after a real shop's orders came in, is what the command {@code evaluate} ranks and judges. */
@OwnContext
@PostroadTest
@TestPropertySource(properties = "postroad.home=target/test-home/retail-${random.uuid}")
class RetailOverHttpIT {

    private static final Path DATA = Path.of("../shared/data");
    private static final int EVERY = 10;
    private static final int LEAST = 5;
    private static final int BATCH = 1_000;
    private static final int JUST_BOUGHT_DAYS = 7;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    @Test
    void recommendsWhatTheEvaluationRanks() {
        assumeThat(Files.isReadable(DATA.resolve(OnlineRetail.FILE)))
                .as("the data of the evaluation are in %s", DATA)
                .isTrue();
        List<Purchase> all = OnlineRetail.purchases(new EvaluationData(DATA));
        LocalDate day = RetailSplit.latest(all).from();
        List<Purchase> past = wellKnown(all.stream()
                .filter(purchase -> purchase.at().toLocalDate().isBefore(day))
                .toList());
        RetailSplit split = RetailSplit.at(past, day);
        Rankings rankings = Rankings.of(split);
        List<String> products = sorted(past, Purchase::product);
        List<String> customers = sorted(past, Purchase::customer);
        assertThat(split.shoppers()).hasSameSizeAs(customers).hasSizeGreaterThan(EVERY);

        bring(past, day);

        for (int i = 0; i < customers.size(); i += EVERY) {
            PastPurchases history = split.shoppers().get(i).history();
            String customer = customers.get(i);
            assertThat(told(customer, "new"))
                    .as("new to %s", customer)
                    .isEqualTo(names(rankings.newTo(history), products));
            assertThat(told(customer, "again"))
                    .as("again for %s", customer)
                    .isEqualTo(names(again(rankings, history), products));
        }
    }

    /** Of customers with so many products and products with so many customers; each side drops some of the other. */
    private static List<Purchase> wellKnown(List<Purchase> purchases) {
        List<Purchase> left = purchases;
        for (int before = -1; before != left.size(); ) {
            before = left.size();
            left = often(often(left, Purchase::customer, Purchase::product), Purchase::product, Purchase::customer);
        }
        return left;
    }

    private static List<Purchase> often(
            List<Purchase> purchases, Function<Purchase, String> one, Function<Purchase, String> other) {
        Map<String, Set<String>> others = purchases.stream().collect(groupingBy(one, mapping(other, toSet())));
        return purchases.stream()
                .filter(purchase ->
                        others.getOrDefault(one.apply(purchase), Set.of()).size() >= LEAST)
                .toList();
    }

    private static List<String> sorted(List<Purchase> purchases, Function<Purchase, String> what) {
        return purchases.stream().map(what).distinct().sorted().toList();
    }

    /** Into the running Postroad, with the day as the present. */
    private void bring(List<Purchase> past, LocalDate day) {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        workScheduler.advance(Duration.between(clock.instant(), midnight));
        catalog.putProducts(past.stream()
                .map(Purchase::product)
                .distinct()
                .map(RetailOverHttpIT::product)
                .toList());
        AtomicInteger number = new AtomicInteger();
        List<Event> orders = past.stream()
                .collect(groupingBy(
                        purchase -> List.of(purchase.customer(), purchase.at()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(lines -> order("order-" + number.incrementAndGet(), lines, age(lines.get(0), day), midnight))
                .toList();
        for (int from = 0; from < orders.size(); from += BATCH) {
            intake.record(orders.subList(from, Math.min(from + BATCH, orders.size())));
        }
        workScheduler.runDue();
    }

    private static Duration age(Purchase purchase, LocalDate day) {
        return Duration.between(purchase.at(), day.atStartOfDay());
    }

    private static Event order(String id, List<Purchase> lines, Duration age, Instant now) {
        List<Map<String, Object>> items = lines.stream()
                .<Map<String, Object>>map(line -> Map.of("productId", line.product(), "quantity", 1, "price", 1))
                .toList();
        return new Event(
                id, lines.get(0).customer(), "purchased", now.minus(age), Map.of("orderId", id, "items", items));
    }

    private static Product product(String id) {
        return new Product(id, id, null, null, null, null, null, null, null, List.of(), null, null, Map.of());
    }

    private static int[] again(Rankings rankings, PastPurchases history) {
        return rankings.model().again(history, Integer.MAX_VALUE).stream()
                .mapToInt(RankedProduct::product)
                .filter(product -> lastDaysAgo(history, product) > JUST_BOUGHT_DAYS)
                .limit(RankingMetrics.AT)
                .toArray();
    }

    private static double lastDaysAgo(PastPurchases history, int product) {
        int position = Arrays.binarySearch(history.products(), product);
        return Arrays.stream(history.daysAgo()[position]).min().orElseThrow();
    }

    private static List<String> names(int[] ranked, List<String> products) {
        return Arrays.stream(ranked).mapToObj(products::get).toList();
    }

    /** The products that the model ranks: what fills a list up has no score. */
    private List<String> told(String customer, String purpose) {
        String path = "/api/customers/" + customer + "/recommendations?for=" + purpose;
        return StreamSupport.stream(answer(path).at("/recommendations").spliterator(), false)
                .filter(each -> each.at("/score").asDouble() != 0)
                .map(each -> each.at("/productId").asText())
                .toList();
    }

    private JsonNode answer(String path) {
        try {
            HttpResponse<String> answer = Http.withKey(environment).get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }
}
