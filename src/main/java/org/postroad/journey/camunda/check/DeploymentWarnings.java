package org.postroad.journey.camunda.check;

import java.util.ArrayList;
import java.util.List;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.springframework.stereotype.Component;

/** The warnings about diagrams that this thread has deployed, until they are read. */
@Component
public class DeploymentWarnings {

    private final ThreadLocal<List<String>> warnings = ThreadLocal.withInitial(ArrayList::new);

    void add(String file, BpmnFault warning) {
        warnings.get().add(file + ", line " + warning.element().getLine() + ": " + warning.sentence());
    }

    /** The warnings since the last call, by file and line. */
    public List<String> drain() {
        List<String> taken = List.copyOf(warnings.get());
        warnings.remove();
        return taken;
    }
}
