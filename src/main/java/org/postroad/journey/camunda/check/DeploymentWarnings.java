package org.postroad.journey.camunda.check;

import java.util.ArrayList;
import java.util.List;
import org.postroad.journey.camunda.parse.BpmnFault;
import org.springframework.stereotype.Component;

/** What was remarked on the diagrams that this thread has deployed, for those who want to read it. */
@Component
public class DeploymentWarnings {

    private final ThreadLocal<List<String>> noted = ThreadLocal.withInitial(ArrayList::new);

    void note(String file, BpmnFault remark) {
        noted.get().add(file + ", line " + remark.element().getLine() + ": " + remark.sentence());
    }

    /** All since the last time; empty again. */
    public List<String> drain() {
        List<String> taken = List.copyOf(noted.get());
        noted.remove();
        return taken;
    }
}
