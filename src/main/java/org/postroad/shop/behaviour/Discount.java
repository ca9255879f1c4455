package org.postroad.shop.behaviour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Offer;
import org.postroad.shop.world.MailResponseModel;
import org.postroad.shop.world.SeededRandom;
import org.postroad.shop.world.SimulatedPerson;

/**
 * What a code takes off an order.
 *
 * @param code as entered at the till; null if none was
 * @param percent of the goods
 * @param fixed in the shop's currency
 */
record Discount(@Nullable String code, BigDecimal percent, BigDecimal fixed) {

    static final Discount NONE = new Discount(null, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The shop's public codes, printed on every parcel: for those who look for a saving. */
    private static Discount publicCode(SeededRandom seededRandom) {
        return seededRandom.chance(0.5)
                ? new Discount("OUTDOOR10", BigDecimal.TEN, BigDecimal.ZERO)
                : new Discount("FREESHIP", BigDecimal.ZERO, new BigDecimal("4.95"));
    }

    /** Who minds the price enters a code when there is one to be had. */
    static Discount byHabit(SimulatedPerson simulatedPerson, SeededRandom seededRandom) {
        return seededRandom.chance(MailResponseModel.publicCodeProbability(simulatedPerson))
                ? publicCode(seededRandom)
                : NONE;
    }

    static Discount of(Offer offer, @Nullable String code) {
        return switch (offer.kind()) {
            case PERCENT -> new Discount(code, offer.value(), BigDecimal.ZERO);
            case FREE_SHIPPING -> new Discount(code, BigDecimal.ZERO, offer.cost());
            case AMOUNT -> new Discount(code, BigDecimal.ZERO, offer.value());
            case GIFT, EARLY_ACCESS -> new Discount(code, BigDecimal.ZERO, BigDecimal.ZERO);
        };
    }

    BigDecimal amount(BigDecimal goods) {
        return goods.multiply(percent).movePointLeft(2).add(fixed).setScale(2, RoundingMode.HALF_UP);
    }
}
