package org.postroad.decide;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How decisions are made.
 *
 * @param modelsLocation the folder of the models, each in a folder of its own; a model is read again when its card changes
 * @param exploration the share of decisions, in [0, 1], that choose at random among all eligible actions, so that the next
 *     model can learn from the others; of the sends at the best time, those to customers of whom few mails are known
 */
@ConfigurationProperties("postroad.decide")
public record DecideSettings(
        @DefaultValue("models") Path modelsLocation,
        @DefaultValue("0.05") double exploration) {

    public DecideSettings {
        if (!(exploration >= 0 && exploration <= 1)) {
            throw new IllegalArgumentException(
                    "postroad.decide.exploration must be between 0 and 1, but is " + exploration);
        }
    }
}
