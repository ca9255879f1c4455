package org.postroad.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All models. */
@Component
public class Models {

    private final List<ModelSource> sources;
    private final ModelSwitch modelSwitch;

    Models(List<ModelSource> sources, ModelSwitch modelSwitch) {
        this.sources = sources;
        this.modelSwitch = modelSwitch;
    }

    /** By title. */
    public List<ModelReport> all() {
        return sources.stream()
                .map(this::report)
                .sorted(Comparator.comparing(ModelReport::title))
                .toList();
    }

    public Optional<ModelReport> find(String name) {
        return source(name).map(this::report);
    }

    /**
     * Stops a model, or lets it act again where it may.
     *
     * @return the model as it is then; empty if there is no such model
     */
    public Optional<ModelReport> setStopped(String name, boolean stopped) {
        return source(name).map(source -> {
            if (stopped) {
                modelSwitch.stop(name);
            } else {
                modelSwitch.resume(name);
            }
            return report(source);
        });
    }

    private Optional<ModelSource> source(String name) {
        return sources.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private ModelReport report(ModelSource source) {
        ModelReport report = source.report();
        return modelSwitch.stoppedAt(source.name()).map(report::stopped).orElse(report);
    }
}
