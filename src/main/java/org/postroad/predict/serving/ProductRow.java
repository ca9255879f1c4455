package org.postroad.predict.serving;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.postroad.predict.Reservoir;
import org.postroad.predict.replenishment.ProductHistories;
import org.postroad.predict.replenishment.RepurchaseHistory;

/** One customer's purchases of one product, as it comes from the database. */
record ProductRow(String product, String category, OptionalDouble daysPerUnit, RepurchaseHistory history) {

    /** At most so many customers of a product are looked at: 100 bytes each. */
    private static final int MOST_CUSTOMERS = 1_000;

    private static final long SEED = 1_974;

    /** The products, each with a random sample of its customers. */
    static Stream<ProductHistories> grouped(Stream<ProductRow> rowsByProduct) {
        Iterator<ProductHistories> products = new Groups(rowsByProduct.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(products, Spliterator.ORDERED), false)
                .onClose(rowsByProduct::close);
    }

    private static final class Groups implements Iterator<ProductHistories> {

        private final Iterator<ProductRow> rows;
        private @Nullable ProductRow next;

        Groups(Iterator<ProductRow> rows) {
            this.rows = rows;
            advance();
        }

        private void advance() {
            next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ProductHistories next() {
            ProductRow first = next;
            if (first == null) {
                throw new NoSuchElementException();
            }
            Reservoir<RepurchaseHistory> histories = new Reservoir<>(MOST_CUSTOMERS, new SplittableRandom(SEED));
            while (next != null && next.product().equals(first.product())) {
                histories.offer(next.history());
                advance();
            }
            return new ProductHistories(first.product(), first.category(), first.daysPerUnit(), histories.sample());
        }
    }
}
