package org.postroad.journey;

import java.util.Optional;
import org.postroad.journey.template.EntryRule;

/**
 * The latest version of a deployed journey.
 *
 * @param key the process id
 * @param documentation of the process; empty if there is none
 * @param entry when a customer enters; empty if only somebody can enrol them
 * @param suspended an operator has paused, closed or stopped it: nobody enters until it is resumed
 */
public record Journey(
        String key, String name, int version, String documentation, Optional<EntryRule> entry, boolean suspended) {}
