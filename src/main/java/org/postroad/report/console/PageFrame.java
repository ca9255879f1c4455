package org.postroad.report.console;

import java.time.Instant;

/**
 * What frames every page.
 *
 * @param now the time of the application, which the time machine moves
 * @param local whether there is an inbox and a time machine
 * @param here the address of this page, to come back to
 * @param setAside events that the road could not act on
 */
public record PageFrame(Instant now, boolean local, String here, long setAside) {}
