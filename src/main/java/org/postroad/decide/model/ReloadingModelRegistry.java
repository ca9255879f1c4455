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
 * The model in use: read when its card first appears or changes, so that a newly trained one acts without a restart. One
 * that cannot be used is set aside, said once in the log and for as long as it lasts in {@link #problem()}; decisions go on
 * by rule, since a shop must keep sending.
 */
@Component
public class ReloadingModelRegistry implements ModelRegistry {

    private static final Logger log = LoggerFactory.getLogger(ReloadingModelRegistry.class);

    private final Path folder;
    private final List<String> features;
    private volatile ModelLoadResult modelLoadResult = new ModelLoadResult(null, null, null);

    @Autowired
    ReloadingModelRegistry(DecideSettings settings) {
        this(settings.modelsLocation().resolve(OfferModel.NAME), Features.NAMES);
    }

    ReloadingModelRegistry(Path folder, List<String> features) {
        this.folder = folder;
        this.features = features;
    }

    /** The model, if there is a usable one. */
    public Optional<OfferModel> current() {
        return Optional.ofNullable(reloadIfChanged().model());
    }

    @Override
    public Optional<ModelCard> card() {
        return current().map(OfferModel::card);
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(reloadIfChanged().problem());
    }

    private ModelLoadResult reloadIfChanged() {
        FileTime changed = lastChanged();
        ModelLoadResult seen = modelLoadResult;
        if (seen.isOf(changed)) {
            return seen;
        }
        synchronized (this) {
            if (!modelLoadResult.isOf(changed)) {
                modelLoadResult = read(changed);
            }
            return modelLoadResult;
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

    /** What was found, and of when. */
    private record ModelLoadResult(
            @Nullable FileTime changed,
            @Nullable OfferModel model,
            @Nullable String problem) {

        boolean isOf(@Nullable FileTime time) {
            boolean looked = model != null || problem != null;
            return looked && Objects.equals(changed, time);
        }
    }
}
