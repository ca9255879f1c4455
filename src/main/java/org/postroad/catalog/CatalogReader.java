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

/** Reads products, articles and offers as applications write them; what it does not know is kept as an attribute. */
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

    static Product product(JsonFields jsonFields) {
        return new Product(
                jsonFields.requiredText("id", LONGEST_ID),
                jsonFields.requiredText("name", LONGEST_NAME),
                jsonFields.text("brand", LONGEST_NAME).orElse(null),
                jsonFields.text("category", LONGEST_NAME).orElse(null),
                jsonFields.nonNegativeDecimal("price").orElse(null),
                currency(jsonFields),
                jsonFields.nonNegativeDecimal("cost").orElse(null),
                address(jsonFields, "url"),
                address(jsonFields, "imageUrl"),
                jsonFields.texts("tags", LONGEST_NAME),
                jsonFields.nonNegativeInteger("stock").orElse(null),
                jsonFields.nonNegativeInteger("consumableDays").orElse(null),
                jsonFields.withUnreadFields("attributes").values());
    }

    static Article article(JsonFields jsonFields) {
        return new Article(
                jsonFields.requiredText("id", LONGEST_ID),
                jsonFields.requiredText("title", LONGEST_NAME),
                jsonFields.text("summary", LONGEST_TEXT).orElse(null),
                jsonFields.texts("topics", LONGEST_NAME),
                address(jsonFields, "url"),
                address(jsonFields, "imageUrl"),
                jsonFields.withUnreadFields("attributes").values());
    }

    static Offer offer(JsonFields jsonFields) {
        Offer.Kind kind = kind(jsonFields);
        return new Offer(
                jsonFields.requiredText("id", LONGEST_ID),
                jsonFields.requiredText("name", LONGEST_NAME),
                kind,
                value(jsonFields, kind),
                jsonFields.nonNegativeDecimal("cost").orElse(BigDecimal.ZERO),
                jsonFields.texts("slots", LONGEST_NAME),
                codePrefix(jsonFields),
                validFor(jsonFields),
                jsonFields.withUnreadFields("attributes").values());
    }

    private static @Nullable String currency(JsonFields jsonFields) {
        Optional<String> currency = jsonFields.text("currency", LONGEST_NAME);
        if (currency.isPresent() && !CURRENCIES.contains(currency.get())) {
            throw new BadInput("currency must be an ISO 4217 code such as EUR, but is '" + currency.get() + "'");
        }
        return currency.orElse(null);
    }

    /** Addresses end up in mails: nothing but the web will do. */
    private static @Nullable String address(JsonFields jsonFields, String name) {
        Optional<String> address = jsonFields.text(name, LONGEST_TEXT);
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

    private static Offer.Kind kind(JsonFields jsonFields) {
        String kind = jsonFields.requiredText("kind", LONGEST_NAME);
        List<Offer.Kind> kinds = Arrays.asList(Offer.Kind.values());
        return kinds.stream()
                .filter(each -> each.json().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadInput("kind must be one of "
                        + kinds.stream().map(Offer.Kind::json).collect(Collectors.joining(", ")) + ", but is '" + kind
                        + "'"));
    }

    private static BigDecimal value(JsonFields jsonFields, Offer.Kind kind) {
        BigDecimal value = jsonFields.nonNegativeDecimal("value").orElse(BigDecimal.ZERO);
        if (kind == Offer.Kind.PERCENT && value.compareTo(HUNDRED) > 0) {
            throw new BadInput("value is per cent and must not be more than 100, but is " + value.toPlainString());
        }
        return value;
    }

    private static @Nullable String codePrefix(JsonFields jsonFields) {
        Optional<String> prefix = jsonFields.text("codePrefix", LONGEST_NAME);
        if (prefix.isPresent() && !CODE_PREFIX.matcher(prefix.get()).matches()) {
            throw new BadInput("codePrefix must be up to 20 capital letters and digits, but is '" + prefix.get() + "'");
        }
        return prefix.orElse(null);
    }

    private static @Nullable Duration validFor(JsonFields jsonFields) {
        return jsonFields
                .text("validFor", LONGEST_NAME)
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
