package org.postroad.rehearse.sample;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which sample is wanted.
 *
 * @param customers how many at most
 * @param seed the same seed and the same data give the same sample
 * @param starts what happened later is left out; empty: nothing is
 * @param files all diagrams and tables that will be tried, by file name: what they mention must survive
 * @param expressions of segments, likewise
 */
public record SampleRequest(
        int customers,
        long seed,
        Optional<Instant> starts,
        Map<String, byte[]> files,
        Collection<String> expressions) {}
