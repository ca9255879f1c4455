package org.postroad.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats money for one locale. */
final class PriceFormat {

    /** Formats are slow to create and not thread-safe: these are only ever cloned. */
    private static final Cache<Style, NumberFormat> PROTOTYPES =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private final Locale locale;
    private final Map<Currency, NumberFormat> formats = new HashMap<>();

    private record Style(Locale locale, Currency currency) {}

    PriceFormat(Locale locale) {
        this.locale = locale;
    }

    /** As {@code $89.90} or {@code 89,90 €}; the code of a currency that Java does not know follows the number. */
    String text(BigDecimal amount, @Nullable String currency) {
        try {
            return format(Currency.getInstance(currency == null ? "" : currency))
                    .format(amount);
        } catch (IllegalArgumentException unknown) {
            String number = number(amount);
            return currency == null ? number : number + " " + currency;
        }
    }

    private NumberFormat format(Currency currency) {
        return formats.computeIfAbsent(currency, this::copy);
    }

    private NumberFormat copy(Currency currency) {
        return (NumberFormat)
                PROTOTYPES.get(new Style(locale, currency), PriceFormat::create).clone();
    }

    private static NumberFormat create(Style style) {
        Currency currency = style.currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(style.locale());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format;
    }

    private String number(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
