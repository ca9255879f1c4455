package org.postroad.compose;

import org.postroad.compose.template.Contents;
import org.postroad.compose.template.TemplateExecutor;
import freemarker.cache.ClassTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postroad.catalog.Article;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.recommend.Recommendation;
import org.postroad.track.TestTrackingLinks;
import org.postroad.track.TrackedMessage;
import org.postroad.track.TrackingLinks;

/** The largest of the shipped contents with all that it can be about: ready for the scribe, and for FreeMarker alone. */
public final class RenderingFixture {

    private static final String CONTENT = "browse-abandonment/still-thinking";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ComposeSettings settings = new ComposeSettings(
            null,
            Locale.US,
            Duration.ofSeconds(2),
            new ComposeSettings.Sender(
                    "Postroad Running",
                    List.of("1 Station Road", "Portland, ME 04101", "USA"),
                    "https://shop.example"));
    private final LetterRenderer letterRenderer = new LetterRenderer(new Contents(settings.contentLocation()), new TemplateExecutor(settings.timeout()), settings);
    private final TrackingLinks trackingLinks = TestTrackingLinks.create();
    private final LetterContext letterContext = new LetterContext(
            new Customer(
                    "sarah",
                    "sarah@customers.example",
                    "Sarah",
                    "Miller",
                    "en-US",
                    ZoneId.of("America/New_York"),
                    Map.of(),
                    Map.of(),
                    NOW),
            List.of(
                    product("runner-2", "Aira 3 Cushion", "Velden", "running-shoes", "139.95"),
                    product("runner-1", "Aira 3 Daily Trainer", "Velden", "running-shoes", "129.95"),
                    product("runner-9", "Stride Carbon Racer", "Kestrel & Sons", "running-shoes", "219.00")),
            Map.of(
                    "together",
                    List.of(
                            recommended(product("socks-1", "Merino Crew", "Pacenza", "accessories", "18.50")),
                            recommended(product("watch-1", "Pulse Tracker", "Tindra", "watches-trackers", "149.00")),
                            recommended(
                                    product("gel-1", "Runner's Energy Gel, Box of 24", "Volta", "nutrition", "32.00")))),
            List.of(new Article(
                    "first-marathon",
                    "Your first marathon",
                    "Sixteen weeks to the finish line, one long run at a time.",
                    List.of("running"),
                    "https://shop.example/a/first-marathon",
                    null,
                    Map.of())),
            Optional.of(new LetterOffer(
                    new Offer(
                            "free-shipping",
                            "Free shipping",
                            Offer.Kind.FREE_SHIPPING,
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            List.of(),
                            "SHIP",
                            null,
                            Map.of()),
                    Optional.of(new OfferCode(
                            "SHIP-7KQ2MX",
                            "free-shipping",
                            "sarah",
                            UUID.randomUUID(),
                            NOW.plus(Duration.ofDays(5)))))),
            Optional.empty(),
            Map.of());
    private final UUID enrolment = UUID.randomUUID();
    private final Template plain;
    private long letters;
    private final Map<String, Object> words = letterRenderer.dataModel(letterContext, links(), Locale.US);

    public RenderingFixture() throws IOException {
        Configuration alone = new Configuration(Configuration.VERSION_2_3_34);
        alone.setTemplateLoader(new ClassTemplateLoader(Contents.class, "/org/postroad/compose/content"));
        alone.setDefaultEncoding("UTF-8");
        alone.setAutoImports(Map.of("mail", "/letter.ftlh"));
        plain = alone.getTemplate(CONTENT + ".ftlh", Locale.US);
    }

    /** From facts in memory to subject, HTML with links of its own, and text. */
    public Letter compose() {
        return letterRenderer.render(CONTENT, letterContext, links());
    }

    /** The HTML only, of words and links that are ready. */
    public String freeMarkerAlone() throws IOException, TemplateException {
        StringWriter html = new StringWriter();
        plain.process(words, html);
        return html.toString();
    }

    private TrackingLinks.MessageLinks links() {
        UUID message = new UUID(0x019a0000_0000_7000L, letters++);
        return trackingLinks.linksOf(
                new TrackedMessage(message, "sarah", enrolment, "browse-abandonment", "send", "marketing", "marketing"));
    }

    private static Recommendation recommended(Product product) {
        return new Recommendation(product, 1, "it is often bought with Aira 3 Cushion", List.of());
    }

    private static Product product(String id, String name, String brand, String category, String price) {
        return new Product(
                id,
                name,
                brand,
                category,
                new BigDecimal(price),
                "USD",
                null,
                "https://shop.example/p/" + id,
                "https://shop.example/pictures/" + id + ".png",
                List.of(),
                null,
                null,
                Map.of());
    }
}
