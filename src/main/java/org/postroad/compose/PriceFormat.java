package org.postroad.compose;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Money as one customer's country writes it. */
final class PriceFormat {

    private static final int MOST_FORMATS = 1_000;

    /** Only ever copied: formats are slow to make, and not for several threads at once. */
    private static final Map<Style, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<Currency, NumberFormat> formats = new HashMap<>();

    private record Style(Locale locale, Currency currency) {}

    PriceFormat(Locale locale) {
        this.locale = locale;
    }

    /** As {@code $89.90} or {@code 89,90 €}; a currency that Java does not know stands behind the number. */
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
        if (FORMATS.size() > MOST_FORMATS) {
            FORMATS.clear();
        }
        return (NumberFormat) FORMATS.computeIfAbsent(new Style(locale, currency), PriceFormat::fresh)
                .clone();
    }

    private static NumberFormat fresh(Style style) {
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
