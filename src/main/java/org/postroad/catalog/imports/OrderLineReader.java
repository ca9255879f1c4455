package org.postroad.catalog.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postroad.catalog.imports.OrderColumns.Field;

/** Reads an order line from the values of a CSV line, or says why it cannot. */
final class OrderLineReader {

    /** Spreadsheets may export a customer's number as 17850.0. */
    private static final Pattern WHOLE_NUMBER_AS_DECIMAL = Pattern.compile("(\\d+)\\.0+");

    private static final int MOST_DIGITS = 30;

    private final OrderColumns columns;
    private final TimestampParser timestamps;

    OrderLineReader(OrderColumns columns, TimestampParser timestamps) {
        this.columns = columns;
        this.timestamps = timestamps;
    }

    OrderLine read(long number, List<String> values) throws UnusableLine {
        if (values.size() != columns.width()) {
            throw new UnusableLine(
                    "wrong number of values",
                    "has %d values where the header has %d".formatted(values.size(), columns.width()));
        }
        return new OrderLine(
                number,
                id(values, Field.CUSTOMER),
                id(values, Field.ORDER),
                required(values, Field.PRODUCT),
                columns.text(values, Field.NAME),
                decimal(values, Field.QUANTITY),
                decimal(values, Field.PRICE),
                time(values));
    }

    private String id(List<String> values, Field field) throws UnusableLine {
        return WHOLE_NUMBER_AS_DECIMAL.matcher(required(values, field)).replaceFirst("$1");
    }

    private String required(List<String> values, Field field) throws UnusableLine {
        String text = columns.text(values, field);
        if (text.isEmpty()) {
            throw new UnusableLine(
                    "no " + field.word(), "no " + field.word() + ": " + columns.heading(field) + " is empty");
        }
        return text;
    }

    private BigDecimal decimal(List<String> values, Field field) throws UnusableLine {
        String text = required(values, field);
        try {
            if (text.length() <= MOST_DIGITS) {
                BigDecimal number = new BigDecimal(text);
                if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw unreadable(field, text, "is no number such as 2.55");
    }

    private Instant time(List<String> values) throws UnusableLine {
        String text = required(values, Field.TIME);
        Optional<Instant> time = timestamps.read(text);
        if (time.isEmpty()) {
            throw unreadable(Field.TIME, text, "does not match the time format; give another with --time-format");
        }
        return time.get();
    }

    private UnusableLine unreadable(Field field, String text, String why) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new UnusableLine(
                "unreadable " + field.word(), "%s '%s' %s".formatted(columns.heading(field), shown, why));
    }

    /** Why a line is not an order line. */
    static final class UnusableLine extends Exception {

        private static final long serialVersionUID = 1;

        private final String kind;

        UnusableLine(String kind, String detail) {
            super(detail, null, false, false);
            this.kind = kind;
        }

        /** The reason in general. */
        String kind() {
            return kind;
        }

        /** The reason in this case. */
        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
