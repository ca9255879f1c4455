package org.postroad.model;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Models over REST. */
@RestController
@Tag(name = "Models")
class ModelController {

    private final Models models;

    ModelController(Models models) {
        this.models = models;
    }

    @GetMapping("/api/models")
    @Operation(
            summary = "What was learned, and whether it acts",
            description =
                    "Every model with what it predicts, the rule that it is compared with, whether its results are used and"
                            + " why, its calibration when it was trained, and how well it predicted in the last weeks.")
    List<ModelReport> models() {
        return models.all();
    }

    @GetMapping("/api/models/{name}")
    @Operation(summary = "One model")
    ModelReport model(@PathVariable String name) {
        return found(name, models.find(name));
    }

    @PostMapping("/api/models/{name}/stop")
    @Operation(
            summary = "Stop a model",
            description = "The simple rule that it is compared with takes its place. All nodes know within a second.")
    ModelReport stopModel(@PathVariable String name) {
        return found(name, models.setStopped(name, true));
    }

    @PostMapping("/api/models/{name}/resume")
    @Operation(
            summary = "Let a stopped model act again",
            description = "It acts if it may: the answer says so, and why.")
    ModelReport resumeModel(@PathVariable String name) {
        return found(name, models.setStopped(name, false));
    }

    private static ModelReport found(String name, Optional<ModelReport> report) {
        return report.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no model \"" + name + "\"."));
    }
}
