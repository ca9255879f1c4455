/** Finds the commands beside the server (import, train, test ...) and runs the one that the command line names. */
@NullMarked
package org.postroad.cli;

import org.jspecify.annotations.NullMarked;
