package org.postroad.catalog;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.json.BadInput;
import org.postroad.json.JsonFields;

/** Reads and validates products, articles and offers as applications write them. Unknown fields become attributes. */
final class CatalogReader {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TEXT = 5_000;
    private static final Pattern CODE_PREFIX = Pattern.compile("[A-Z0-9]{1,20}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private CatalogReader() {}

    static Product product(JsonFields fields) {
        return new Product(
                fields.requiredText("id", LONGEST_ID),
                fields.requiredText("name", LONGEST_NAME),
                fields.text("brand", LONGEST_NAME).orElse(null),
                fields.text("category", LONGEST_NAME).orElse(null),
                fields.nonNegativeDecimal("price").orElse(null),
                currency(fields),
                fields.nonNegativeDecimal("cost").orElse(null),
                webAddress(fields, "url"),
                webAddress(fields, "imageUrl"),
                fields.texts("tags", LONGEST_NAME),
                fields.nonNegativeInteger("stock").orElse(null),
                fields.nonNegativeInteger("consumableDays").orElse(null),
                fields.withUnreadFields("attributes").values());
    }

    static Article article(JsonFields fields) {
        return new Article(
                fields.requiredText("id", LONGEST_ID),
                fields.requiredText("title", LONGEST_NAME),
                fields.text("summary", LONGEST_TEXT).orElse(null),
                fields.texts("topics", LONGEST_NAME),
                webAddress(fields, "url"),
                webAddress(fields, "imageUrl"),
                fields.withUnreadFields("attributes").values());
    }

    static Offer offer(JsonFields fields) {
        Offer.Kind kind = kind(fields);
        return new Offer(
                fields.requiredText("id", LONGEST_ID),
                fields.requiredText("name", LONGEST_NAME),
                kind,
                value(fields, kind),
                fields.nonNegativeDecimal("cost").orElse(BigDecimal.ZERO),
                fields.texts("slots", LONGEST_NAME),
                codePrefix(fields),
                validFor(fields),
                fields.withUnreadFields("attributes").values());
    }

    private static @Nullable String currency(JsonFields fields) {
        Optional<String> currency = fields.text("currency", LONGEST_NAME);
        if (currency.isPresent() && !CURRENCIES.contains(currency.get())) {
            throw new BadInput("currency must be an ISO 4217 code such as EUR, but is '" + currency.get() + "'");
        }
        return currency.orElse(null);
    }

    /** Addresses become links in mails, so only http and https are allowed. */
    private static @Nullable String webAddress(JsonFields fields, String name) {
        Optional<String> address = fields.text(name, LONGEST_TEXT);
        if (address.isPresent() && !isOnTheWeb(address.get())) {
            throw new BadInput(name + " must be an http or https address, but is '" + address.get() + "'");
        }
        return address.orElse(null);
    }

    private static boolean isOnTheWeb(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Offer.Kind kind(JsonFields fields) {
        String kind = fields.requiredText("kind", LONGEST_NAME);
        List<Offer.Kind> kinds = Arrays.asList(Offer.Kind.values());
        return kinds.stream()
                .filter(each -> each.json().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadInput("kind must be one of "
                        + kinds.stream().map(Offer.Kind::json).collect(Collectors.joining(", ")) + ", but is '" + kind
                        + "'"));
    }

    private static BigDecimal value(JsonFields fields, Offer.Kind kind) {
        BigDecimal value = fields.nonNegativeDecimal("value").orElse(BigDecimal.ZERO);
        if (kind == Offer.Kind.PERCENT && value.compareTo(HUNDRED) > 0) {
            throw new BadInput("value is per cent and must not be more than 100, but is " + value.toPlainString());
        }
        return value;
    }

    private static @Nullable String codePrefix(JsonFields fields) {
        Optional<String> prefix = fields.text("codePrefix", LONGEST_NAME);
        if (prefix.isPresent() && !CODE_PREFIX.matcher(prefix.get()).matches()) {
            throw new BadInput("codePrefix must be up to 20 capital letters and digits, but is '" + prefix.get() + "'");
        }
        return prefix.orElse(null);
    }

    private static @Nullable Duration validFor(JsonFields fields) {
        return fields.text("validFor", LONGEST_NAME)
                .map(CatalogReader::duration)
                .orElse(null);
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new BadInput("validFor must be longer than nothing, but is '" + text + "'");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new BadInput("validFor must be an ISO 8601 duration in days or hours such as P7D or PT48H, but is '"
                    + text + "'");
        }
    }
}
