package org.postroad.decide.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Offer;
import org.postroad.decide.model.OrderValueModel.LinearFit;
import org.postroad.feature.Deal;

class OfferValueTest {

    private static final Deal NOTHING = new Deal(Optional.empty(), Optional.empty());

    private final OrderValueModel orders = new OrderValueModel(new LinearFit(0, 0, 100), new LinearFit(0, 0, 40));

    @Test
    void isEffectTimesMarginLessTheCostForAllWhoBuy() {
        OfferValue value = OfferValue.of(0.1, deal(Offer.Kind.PERCENT, 10), 0.05, orders);
        assertThat(value.probability()).isCloseTo(0.15, within(1e-12));
        assertThat(value.gain()).isCloseTo(0.05 * 40 - 0.15 * 10, within(1e-12));
        assertThat(OfferValue.of(0.1, NOTHING, 0, orders)).isEqualTo(new OfferValue(0, 0.1, 0));
    }

    @Test
    void keepsTheProbabilityPossible() {
        assertThat(OfferValue.of(0.1, deal(Offer.Kind.GIFT, 0), -0.3, orders).probability())
                .isZero();
        assertThat(OfferValue.of(0.9, deal(Offer.Kind.GIFT, 0), 0.3, orders).probability())
                .isEqualTo(1);
    }

    @Test
    void putsEffectsOfOneKindInOrderOfDepth() {
        List<Deal> deals = List.of(
                deal(Offer.Kind.PERCENT, 20),
                NOTHING,
                deal(Offer.Kind.PERCENT, 5),
                deal(Offer.Kind.AMOUNT, 30),
                deal(Offer.Kind.PERCENT, 10),
                deal(Offer.Kind.GIFT, 1));
        double[] effects = {0.02, 0, 0.05, 0.01, 0.03, -0.1};
        assertThat(OfferValue.of(0.1, deals, effects, orders))
                .extracting(OfferValue::effect)
                .containsExactly(0.05, 0.0, 0.02, 0.01, 0.03, -0.1);
        assertThat(effects).containsExactly(0.02, 0, 0.05, 0.01, 0.03, -0.1);
    }

    private static Deal deal(Offer.Kind kind, double value) {
        String id = kind.json() + value;
        return new Deal(
                Optional.of(new Offer(
                        id, id, kind, BigDecimal.valueOf(value), BigDecimal.ZERO, List.of(), null, null, Map.of())),
                Optional.empty());
    }
}
