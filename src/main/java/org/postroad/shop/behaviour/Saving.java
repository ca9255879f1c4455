package org.postroad.shop.behaviour;

import org.postroad.shop.world.Dice;
import org.postroad.shop.world.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;

/**
 * What a code takes off an order.
 *
 * @param code as entered at the till; null if none was
 * @param percent of the goods
 * @param fixed in the shop's currency
 */
record Saving(@Nullable String code, BigDecimal percent, BigDecimal fixed) {

    static final Saving NONE = new Saving(null, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The shop's public codes, printed on every parcel: for those who look for a saving. */
    private static Saving publicCode(Dice dice) {
        return dice.chance(0.5)
                ? new Saving("OUTDOOR10", BigDecimal.TEN, BigDecimal.ZERO)
                : new Saving("FREESHIP", BigDecimal.ZERO, new BigDecimal("4.95"));
    }

    /** Who minds the price enters a code when there is one to be had. */
    static Saving byHabit(Person person, Dice dice) {
        return dice.chance(0.04 + 0.8 * person.priceSensitivity()) ? publicCode(dice) : NONE;
    }

    static Saving of(Offer offer, @Nullable String code) {
        return switch (offer.kind()) {
            case PERCENT -> new Saving(code, offer.value(), BigDecimal.ZERO);
            case FREE_SHIPPING -> new Saving(code, BigDecimal.ZERO, offer.cost());
            case AMOUNT -> new Saving(code, BigDecimal.ZERO, offer.value());
            case GIFT, EARLY_ACCESS -> new Saving(code, BigDecimal.ZERO, BigDecimal.ZERO);
        };
    }

    BigDecimal amount(BigDecimal goods) {
        return goods.multiply(percent).movePointLeft(2).add(fixed).setScale(2, RoundingMode.HALF_UP);
    }
}
