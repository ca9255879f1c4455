package org.postroad.compose;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Money as the customer's country writes it. */
final class Prices {

    private Prices() {}

    /** As {@code $89.90} or {@code 89,90 €}; a currency that Java does not know stands behind the number. */
    static String text(BigDecimal amount, @Nullable String currency, Locale locale) {
        try {
            return inCurrency(amount, Currency.getInstance(currency == null ? "" : currency), locale);
        } catch (IllegalArgumentException unknown) {
            String number = number(amount, locale);
            return currency == null ? number : number + " " + currency;
        }
    }

    private static String inCurrency(BigDecimal amount, Currency currency, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(amount);
    }

    private static String number(BigDecimal amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
