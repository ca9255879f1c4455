package org.postroad.report.console;

import java.time.Instant;
import java.util.Optional;

/**
 * The data of the frame around every page.
 *
 * @param now the application's time, which can be moved in local mode
 * @param local whether this is local mode, with an inbox and a movable clock
 * @param here path and query of this page, to return to
 * @param move the clock's move that is under way or has just been stopped
 * @param deadLetters number of events that could not be processed
 */
public record PageFrame(Instant now, boolean local, String here, Optional<ClockMoveView> move, long deadLetters) {}
