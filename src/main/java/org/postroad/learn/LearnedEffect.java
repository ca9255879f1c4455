package org.postroad.learn;

import java.util.Arrays;
import org.postroad.decide.model.OfferEffect;
import org.postroad.decide.model.OfferEffect.Learner;
import org.postroad.decide.model.OfferTerms;
import org.postroad.decide.tree.TreeEnsemble;
import org.postroad.feature.Features;
import org.postroad.learn.effect.BoostedTrees;
import org.postroad.learn.effect.BoostingSettings;
import org.postroad.learn.effect.CrossFitting;
import org.postroad.learn.effect.FeatureMatrix;
import org.postroad.learn.effect.Predictor;

/**
 * The effect of one offer against nothing, learned from the decisions in which it was possible.
 *
 * @param trees of its own as XGBoost's JSON; empty if the response model predicts it
 */
record LearnedEffect(EffectRows rows, EffectFit fit, byte[] trees) {

    static LearnedEffect of(EffectRows rows, Folds folds) {
        if (!rows.areEnough()) {
            return new LearnedEffect(rows, EffectFit.uncalibrated(rows), new byte[0]);
        }
        BoostingSettings settings = settings(folds.seed());
        double[] robust =
                new CrossFitting(rows.folds(), folds.count()).predictions(rows.features(), rows.scores(), settings);
        EffectFit fit = EffectFit.of(rows, robust);
        return new LearnedEffect(
                rows,
                fit,
                fit.by() == Learner.DOUBLY_ROBUST
                        ? new BoostedTrees(settings).save(rows.features(), rows.scores(), Features.CONTEXT)
                        : new byte[0]);
    }

    /** As tuned on the men's e-mail of Hillstrom's test: see src/docs/models/effects.md. */
    private static BoostingSettings settings(long seed) {
        return BoostingSettings.amounts(seed).withTrees(3, 0.05, 200);
    }

    /** Whether trees of its own predict it; otherwise the response model does. */
    boolean hasTrees() {
        return trees.length > 0;
    }

    /** The calibrated effect in rows, which may be others than those that it was learned from. */
    double[] in(EffectRows others) {
        double[] predicted = hasTrees() ? predict(TreeEnsemble.parse(trees), others.features()) : others.response();
        return Arrays.stream(predicted).map(fit.calibration()::calibrate).toArray();
    }

    private static double[] predict(TreeEnsemble trees, FeatureMatrix features) {
        Predictor predictor = trees::predict;
        return predictor.predict(features);
    }

    /**
     * The entry of the card.
     *
     * @param file of the trees; empty if there are none
     */
    OfferEffect entry(String file, String sha256) {
        return new OfferEffect(
                rows.offer().id(),
                OfferTerms.of(rows.offer()),
                fit.by(),
                fit.calibrated(),
                fit.calibration().average(),
                fit.calibration().center(),
                fit.calibration().slope(),
                rows.informative(),
                file,
                sha256);
    }
}
