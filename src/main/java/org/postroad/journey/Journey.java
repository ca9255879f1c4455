package org.postroad.journey;

import java.util.Optional;
import org.postroad.journey.template.EntryRule;

/**
 * A journey as deployed.
 *
 * @param key the process id
 * @param documentation the process's own paragraph about itself; empty if there is none
 * @param entry when a customer enters; empty if only by hand
 * @param suspended an operator has paused, closed or stopped it: nobody enters until it is resumed
 */
public record Journey(
        String key, String name, int version, String documentation, Optional<EntryRule> entry, boolean suspended) {}
