package org.postroad.compose;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.postroad.catalog.Product;
import org.postroad.compose.template.Contents;
import org.postroad.compose.template.TemplateExecutor;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.decide.Decisions;
import org.postroad.recommend.Recommendation;
import org.postroad.recommend.Recommender;
import org.postroad.track.TrackedMessage;
import org.postroad.track.TrackingLinks;

/** The real composer with the customer, products, offer and settings that a test chooses. */
final class LetterFixture {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Product> viewed = new ArrayList<>();
    private final List<Product> together = new ArrayList<>();
    private final List<Recommendation> again = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();
    private ComposeSettings.Sender sender = new ComposeSettings.Sender(
            "Postroad Running", List.of("1 Station Road", "Portland, ME 04101", "USA"), "https://shop.example");
    private Duration timeout = Duration.ofSeconds(2);
    private @Nullable Path contentLocation;
    private @Nullable String firstName = "Sarah";
    private @Nullable String locale = "en-US";
    private @Nullable Offer offer;
    private @Nullable LetterPrediction predicted;
    private @Nullable Instant codeExpiresAt = NOW.plus(Duration.ofDays(5));
    private Map<String, Object> event = Map.of();
    final FakeLinks links = new FakeLinks();

    static Product shoe(String id, String name, @Nullable String brand, @Nullable String category) {
        return product(id, name, brand, category, "https://shop.example/p/" + id, null);
    }

    static Product product(
            String id,
            String name,
            @Nullable String brand,
            @Nullable String category,
            @Nullable String url,
            @Nullable String imageUrl) {
        BigDecimal price = new BigDecimal("139.95");
        return new Product(
                id, name, brand, category, price, "USD", null, url, imageUrl, List.of(), null, null, Map.of());
    }

    static Article article(String id, String title, @Nullable String summary) {
        return new Article(id, title, summary, List.of(), "https://shop.example/a/" + id, null, Map.of());
    }

    static Offer offer(Offer.Kind kind, String name, String value, @Nullable String codePrefix) {
        return new Offer(
                "offer", name, kind, new BigDecimal(value), BigDecimal.ZERO, List.of(), codePrefix, null, Map.of());
    }

    LetterFixture about(Product... products) {
        viewed.addAll(List.of(products));
        return this;
    }

    LetterFixture after(Map<String, Object> propertiesOfTheEvent) {
        event = propertiesOfTheEvent;
        return this;
    }

    LetterFixture boughtTogether(Product... products) {
        together.addAll(List.of(products));
        return this;
    }

    LetterFixture buysAgain(Recommendation... recommendations) {
        again.addAll(List.of(recommendations));
        return this;
    }

    LetterFixture toRead(Article... some) {
        articles.addAll(List.of(some));
        return this;
    }

    LetterFixture giving(Offer given) {
        offer = given;
        return this;
    }

    LetterFixture codeExpiresAt(@Nullable Instant instant) {
        codeExpiresAt = instant;
        return this;
    }

    LetterFixture firstName(@Nullable String name) {
        firstName = name;
        return this;
    }

    LetterFixture locale(@Nullable String tag) {
        locale = tag;
        return this;
    }

    LetterFixture sender(String name, List<String> postalAddress, @Nullable String website) {
        sender = new ComposeSettings.Sender(name, postalAddress, website);
        return this;
    }

    LetterFixture contents(Path folder) {
        contentLocation = folder;
        return this;
    }

    LetterFixture predicting(LetterPrediction prediction) {
        predicted = prediction;
        return this;
    }

    LetterFixture timeout(Duration most) {
        timeout = most;
        return this;
    }

    Letter write(String content) {
        return composer().compose(UUID.randomUUID(), request(content));
    }

    LetterRequest request(String content) {
        UUID decision = offer == null ? null : UUID.randomUUID();
        List<String> about = viewed.stream().map(Product::id).toList();
        return new Request(
                UUID.randomUUID(), "browse-abandonment", "send", "sarah", "marketing", content, decision, about, event);
    }

    private record Request(
            UUID enrolmentId,
            String journey,
            String step,
            String customerId,
            String topic,
            String content,
            @Nullable UUID decisionId,
            List<String> productIds,
            Map<String, Object> event)
            implements LetterRequest {}

    Composer composer() {
        ComposeSettings settings = new ComposeSettings(contentLocation, Locale.US, timeout, sender);
        LetterRenderer letterRenderer = new LetterRenderer(
                new Contents(settings.contentLocation()), new TemplateExecutor(settings.timeout()), settings);
        return new Composer(contextLoader(), letterRenderer, new FakeTrackingLinks());
    }

    private LetterContextLoader contextLoader() {
        Customers customers = mock();
        given(customers.find("sarah")).willReturn(Optional.of(customer()));
        Catalog catalog = mock();
        given(catalog.products(any()))
                .willReturn(viewed.stream().collect(Collectors.toMap(Product::id, Function.identity())));
        Recommender recommender = mock();
        given(recommender.boughtTogetherWith(any(), any(), anyInt()))
                .willReturn(together.stream()
                        .map(product -> new Recommendation(product, 1, "", List.of()))
                        .toList());
        given(recommender.articlesFor(any(), any(), any(), anyInt())).willReturn(articles);
        given(recommender.againFor(any(), anyInt())).willReturn(List.copyOf(again));
        return new LetterContextLoader(
                customers,
                catalog,
                mock(),
                new NamedRecommendations(new Contents(contentLocation), recommender),
                offers(),
                new LetterPredictions(new Contents(contentLocation), mock(), catalog) {
                    @Override
                    Optional<LetterPrediction> of(String content, String customerId) {
                        return new Contents(contentLocation).mentions(content, "predicted")
                                ? Optional.ofNullable(predicted)
                                : Optional.empty();
                    }
                });
    }

    private Customer customer() {
        ZoneId zone = ZoneId.of("America/New_York");
        return new Customer("sarah", "sarah@customers.example", firstName, null, locale, zone, Map.of(), Map.of(), NOW);
    }

    private LetterOffers offers() {
        Decisions decisions = mock();
        OfferCodes codes = mock();
        Offer given = offer;
        if (given != null) {
            given(decisions.offerOf(any())).willReturn(Optional.of(given));
            given(codes.issue(any(), any(), any())).willReturn(code(given));
        }
        return new LetterOffers(decisions, codes, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Optional<OfferCode> code(Offer given) {
        return Optional.ofNullable(given.codePrefix())
                .map(prefix ->
                        new OfferCode(prefix + "-7KQ2MX", given.id(), "sarah", UUID.randomUUID(), codeExpiresAt));
    }

    private final class FakeTrackingLinks implements TrackingLinks {

        @Override
        public MessageLinks linksOf(TrackedMessage message) {
            return links;
        }

        @Override
        public Optional<UUID> messageToView(String token) {
            return Optional.empty();
        }
    }

    /** Links that are numbered instead of signed. */
    static final class FakeLinks implements TrackingLinks.MessageLinks {

        final List<String> targets = new ArrayList<>();
        boolean saved;

        @Nullable
        String offerCode;

        @Override
        public String click(String target) {
            if (!target.startsWith("http")) {
                throw new IllegalArgumentException("'" + target + "' is not an absolute http or https address");
            }
            if (!targets.contains(target)) {
                targets.add(target);
            }
            return "https://mail.example/c/" + targets.indexOf(target);
        }

        @Override
        public String openPixel() {
            return "https://mail.example/o/0.gif";
        }

        @Override
        public String unsubscribe() {
            return "https://mail.example/u/0";
        }

        @Override
        public String preferences() {
            return "https://mail.example/p/0";
        }

        @Override
        public String confirm() {
            return "https://mail.example/y/0";
        }

        @Override
        public String viewInBrowser() {
            return "https://mail.example/v/0";
        }

        @Override
        public void save(@Nullable String code) {
            saved = true;
            offerCode = code;
        }
    }
}
