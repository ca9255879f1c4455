package org.postroad.decide.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.DecideSettings;
import org.postroad.decide.tree.ModelRefused;
import org.postroad.feature.Features;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The offer model in use. It is read when its card first appears and whenever the card changes, so that a newly trained
 * model acts without a restart. An unusable model is not used: the log says so once, {@link #problem()} while it lasts,
 * and decisions are made by rule.
 */
@Component
public class ModelRegistry {

    private static final Logger log = LoggerFactory.getLogger(ModelRegistry.class);

    private final Path folder;
    private final List<String> features;
    private volatile ModelLoadResult loaded = new ModelLoadResult(null, null, null);

    @Autowired
    ModelRegistry(DecideSettings settings) {
        this(settings.modelsLocation().resolve(OfferModel.NAME), Features.NAMES);
    }

    ModelRegistry(Path folder, List<String> features) {
        this.folder = folder;
        this.features = features;
    }

    /** The model, if there is a usable one. */
    public Optional<OfferModel> current() {
        return Optional.ofNullable(reloadIfChanged().model());
    }

    /** The card of the model in use. */
    public Optional<ModelCard> card() {
        return current().map(OfferModel::card);
    }

    /** Why there is no usable model, in a sentence; empty if there is one. */
    public Optional<String> problem() {
        return Optional.ofNullable(reloadIfChanged().problem());
    }

    private ModelLoadResult reloadIfChanged() {
        FileTime changed = lastChanged();
        ModelLoadResult seen = loaded;
        if (seen.isOf(changed)) {
            return seen;
        }
        synchronized (this) {
            if (!loaded.isOf(changed)) {
                loaded = read(changed);
            }
            return loaded;
        }
    }

    private ModelLoadResult read(@Nullable FileTime changed) {
        if (changed == null) {
            String absent = "There is no model in %s; decisions are made by rule. The train command makes one."
                    .formatted(folder.toAbsolutePath());
            log.info(absent);
            return new ModelLoadResult(null, null, absent);
        }
        try {
            OfferModel model = OfferModel.read(folder, features);
            log.info(
                    "Model {} is in use: {}",
                    model.card().id(),
                    model.card().gate().reason());
            return new ModelLoadResult(changed, model, null);
        } catch (ModelRefused e) {
            String problem = e.getMessage() + " Until a usable one is there, decisions are made by rule.";
            log.error(problem);
            return new ModelLoadResult(changed, null, problem);
        }
    }

    private @Nullable FileTime lastChanged() {
        try {
            return Files.getLastModifiedTime(folder.resolve(OfferModel.CARD));
        } catch (IOException e) {
            return null;
        }
    }

    /** The model or the problem that was found, and the card's time of change. */
    private record ModelLoadResult(
            @Nullable FileTime changed,
            @Nullable OfferModel model,
            @Nullable String problem) {

        boolean isOf(@Nullable FileTime time) {
            boolean read = model != null || problem != null;
            return read && Objects.equals(changed, time);
        }
    }
}
