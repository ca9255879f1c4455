package org.postroad.compose;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
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
import org.postroad.track.TrackingLinks.MessageLinks;
import org.postroad.track.WebAddress;

/**
 * The words that contents may use, as plain maps for one customer: {@code customer}, {@code product} and the like. What
 * is not known is absent, so that a template asks {@code <#if product.price??>} or falls back with {@code !}.
 */
final class LetterDataModel {

    /** A name, and not a message that a stranger signed up with so that we would mail it to somebody. */
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
        Map<String, Object> words = new HashMap<>();
        putName(words, "firstName", customer.firstName());
        putName(words, "lastName", customer.lastName());
        words.put("attributes", customer.attributes());
        return words;
    }

    private static void putName(Map<String, Object> words, String key, @Nullable String name) {
        Optional.ofNullable(name)
                .map(String::strip)
                .filter(each -> NAME.matcher(each).matches())
                .ifPresent(each -> words.put(key, each));
    }

    Map<String, Object> product(Product product) {
        Map<String, Object> words = new HashMap<>();
        words.put("id", product.id());
        put(words, "name", product.name());
        words.put("attributes", product.attributes());
        words.put("tags", product.tags());
        put(words, "brand", product.brand());
        put(words, "category", product.category());
        putWeb(words, "url", product.url());
        putWeb(words, "imageUrl", product.imageUrl());
        put(words, "price", price(product.price(), product.currency()));
        words.put("consumable", product.consumableDays() != null);
        return words;
    }

    private @Nullable String price(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : priceFormat.text(amount, currency);
    }

    Map<String, Object> article(Article article) {
        Map<String, Object> words = new HashMap<>();
        words.put("id", article.id());
        put(words, "title", article.title());
        words.put("topics", article.topics());
        words.put("attributes", article.attributes());
        put(words, "summary", article.summary());
        putWeb(words, "url", article.url());
        putWeb(words, "imageUrl", article.imageUrl());
        return words;
    }

    /** @param currency the shop's, as the products tell it */
    Map<String, Object> offer(LetterOffer given, @Nullable String currency) {
        Offer offer = given.offer();
        Map<String, Object> words = new HashMap<>();
        words.put("id", offer.id());
        put(words, "name", offer.name());
        words.put("kind", offer.kind().name().toLowerCase(Locale.ROOT));
        words.put("value", offer.value());
        words.put("amount", priceFormat.text(offer.value(), currency));
        words.put("attributes", offer.attributes());
        given.code().ifPresent(code -> putCode(words, code));
        return words;
    }

    private void putCode(Map<String, Object> words, OfferCode code) {
        words.put("code", code.code());
        Optional.ofNullable(code.expiresAt())
                .map(until -> LocalDate.ofInstant(until, customer.timeZone()))
                .map(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)::format)
                .ifPresent(until -> words.put("until", until));
    }

    static Map<String, Object> sender(ComposeSettings.Sender sender) {
        Map<String, Object> words = new HashMap<>();
        words.put("name", sender.name());
        words.put("postalAddress", sender.postalAddress());
        putWeb(words, "website", sender.website());
        return words;
    }

    static Map<String, Object> links(MessageLinks messageLinks) {
        return Map.of(
                "unsubscribe", messageLinks.unsubscribe(),
                "preferences", messageLinks.preferences(),
                "confirm", messageLinks.confirm(),
                "view", messageLinks.viewInBrowser(),
                "pixel", messageLinks.openPixel());
    }

    /** {@code ${link(url)}}: the tracked address that leads there. */
    static TemplateMethodModelEx link(MessageLinks messageLinks) {
        return arguments -> {
            if (arguments.size() != 1) {
                throw new TemplateModelException("link takes one address: ${link(product.url)}");
            }
            return new SimpleScalar(tracked(messageLinks, String.valueOf(arguments.get(0))));
        };
    }

    /** {@code ${price(event.before)}}: an amount of the shop's money, as prices are written. */
    TemplateMethodModelEx price(@Nullable String currency) {
        return arguments -> {
            if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateNumberModel amount)) {
                throw new TemplateModelException("price takes one number: ${price(event.before)}");
            }
            return new SimpleScalar(
                    priceFormat.text(new BigDecimal(amount.getAsNumber().toString()), currency));
        };
    }

    private static String tracked(MessageLinks messageLinks, String target) throws TemplateModelException {
        try {
            return messageLinks.click(target);
        } catch (IllegalArgumentException e) {
            throw new TemplateModelException(String.valueOf(e.getMessage()));
        }
    }

    private static void put(Map<String, Object> words, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.put(key, inOneLine(value.strip()));
        }
    }

    /** Since names come to stand in the subject too. */
    private static String inOneLine(String text) {
        boolean already = !text.contains("  ") && text.chars().noneMatch(each -> each < ' ' || each == 0x7f);
        return already ? text : GAPS.matcher(text).replaceAll(" ");
    }

    private static void putWeb(Map<String, Object> words, String key, @Nullable String address) {
        put(words, key, address != null && WebAddress.isAbsolute(address.strip()) ? address : null);
    }
}
