package org.postroad.compose;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Article;
import org.postroad.catalog.Offer;
import org.postroad.catalog.OfferCodes.OfferCode;
import org.postroad.catalog.Product;
import org.postroad.customer.Customer;
import org.postroad.recommend.Recommendation;
import org.postroad.track.TrackingLinks.MessageLinks;
import org.postroad.track.WebAddress;

/**
 * The FreeMarker data-model of one customer's letter, as plain maps: {@code customer}, {@code product} and so on. Unknown
 * values are absent, so that a template tests {@code <#if product.price??>} or falls back with {@code !}. The keys are
 * the contract with content authors (src/docs/contents.md).
 */
final class LetterDataModel {

    /** Lets names through, but no message that somebody enters as a name so that we mail it to a third person. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'’ .-]{0,39}");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final Customer customer;
    private final Locale locale;
    private final PriceFormat priceFormat;

    LetterDataModel(Customer customer, Locale locale) {
        this.customer = customer;
        this.locale = locale;
        this.priceFormat = new PriceFormat(locale);
    }

    Map<String, Object> customer() {
        Map<String, Object> fields = new HashMap<>();
        putName(fields, "firstName", customer.firstName());
        putName(fields, "lastName", customer.lastName());
        fields.put("attributes", customer.attributes());
        return fields;
    }

    private static void putName(Map<String, Object> fields, String key, @Nullable String name) {
        Optional.ofNullable(name)
                .map(String::strip)
                .filter(each -> NAME.matcher(each).matches())
                .ifPresent(each -> fields.put(key, each));
    }

    Map<String, Object> product(Product product) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", product.id());
        put(fields, "name", product.name());
        fields.put("attributes", product.attributes());
        fields.put("tags", product.tags());
        put(fields, "brand", product.brand());
        put(fields, "category", product.category());
        putWeb(fields, "url", product.url());
        putWeb(fields, "imageUrl", product.imageUrl());
        put(fields, "price", price(product.price(), product.currency()));
        fields.put("consumable", product.consumableDays() != null);
        return fields;
    }

    /** A product with {@code because}, the reason in words. */
    Map<String, Object> recommendation(Recommendation recommendation) {
        Map<String, Object> fields = product(recommendation.product());
        put(fields, "because", recommendation.because());
        return fields;
    }

    private @Nullable String price(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : priceFormat.text(amount, currency);
    }

    Map<String, Object> article(Article article) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", article.id());
        put(fields, "title", article.title());
        fields.put("topics", article.topics());
        fields.put("attributes", article.attributes());
        put(fields, "summary", article.summary());
        putWeb(fields, "url", article.url());
        putWeb(fields, "imageUrl", article.imageUrl());
        return fields;
    }

    /** @param currency of the shop's prices, if known */
    Map<String, Object> offer(LetterOffer letterOffer, @Nullable String currency) {
        Offer offer = letterOffer.offer();
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", offer.id());
        put(fields, "name", offer.name());
        fields.put("kind", offer.kind().name().toLowerCase(Locale.ROOT));
        fields.put("value", offer.value());
        fields.put("amount", priceFormat.text(offer.value(), currency));
        fields.put("attributes", offer.attributes());
        letterOffer.code().ifPresent(code -> putCode(fields, code));
        return fields;
    }

    Map<String, Object> predicted(LetterPrediction prediction) {
        return Map.of(
                "purchaseProbability", prediction.purchaseProbability(),
                "churnRisk", prediction.churnRisk(),
                "lifetimeValue", prediction.lifetimeValue(),
                "due", prediction.due().stream().map(this::due).toList());
    }

    /** A product with {@code on}, the day in words. */
    private Map<String, Object> due(LetterPrediction.DueProduct due) {
        Map<String, Object> fields = product(due.product());
        fields.put("on", day(due.on()));
        return fields;
    }

    private void putCode(Map<String, Object> fields, OfferCode code) {
        fields.put("code", code.code());
        Optional.ofNullable(code.expiresAt()).ifPresent(until -> fields.put("until", day(until)));
    }

    /** The day in the customer's time zone, in words of the language. */
    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.ofInstant(at, customer.timeZone()));
    }

    static Map<String, Object> sender(ComposeSettings.Sender sender) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", sender.name());
        fields.put("postalAddress", sender.postalAddress());
        putWeb(fields, "website", sender.website());
        return fields;
    }

    static Map<String, Object> links(MessageLinks links) {
        return Map.of(
                "unsubscribe", links.unsubscribe(),
                "preferences", links.preferences(),
                "confirm", links.confirm(),
                "view", links.viewInBrowser(),
                "pixel", links.openPixel());
    }

    /** {@code ${link(url)}}: the tracked address that redirects to this one. */
    static TemplateMethodModelEx link(MessageLinks links) {
        return arguments -> {
            if (arguments.size() != 1) {
                throw new TemplateModelException("link takes one address: ${link(product.url)}");
            }
            return new SimpleScalar(tracked(links, String.valueOf(arguments.get(0))));
        };
    }

    /** {@code ${price(event.before)}}: an amount in the shop's currency, formatted as a price. */
    TemplateMethodModelEx price(@Nullable String currency) {
        return arguments -> {
            if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateNumberModel amount)) {
                throw new TemplateModelException("price takes one number: ${price(event.before)}");
            }
            return new SimpleScalar(
                    priceFormat.text(new BigDecimal(amount.getAsNumber().toString()), currency));
        };
    }

    private static String tracked(MessageLinks links, String target) throws TemplateModelException {
        try {
            return links.click(target);
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(String.valueOf(e.getMessage()));
        }
    }

    private static void put(Map<String, Object> fields, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, inOneLine(value.strip()));
        }
    }

    /** Names appear in the subject too. */
    private static String inOneLine(String text) {
        return isOneLine(text) ? text : GAPS.matcher(text).replaceAll(" ");
    }

    private static boolean isOneLine(String text) {
        char before = 'x';
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' || each == 0x7f || (each == ' ' && before == ' ')) {
                return false;
            }
            before = each;
        }
        return true;
    }

    private static void putWeb(Map<String, Object> fields, String key, @Nullable String address) {
        put(fields, key, address != null && WebAddress.isAbsolute(address.strip()) ? address : null);
    }
}
