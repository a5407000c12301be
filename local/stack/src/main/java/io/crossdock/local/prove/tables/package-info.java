/**
 * What the CRM should show, worked out anew from the tables of the WMS and the ERP. Written from the rules' text alone and
 * without a line of the application's code, so that a mistake in one is not a mistake in both.
 */
@NullMarked
package io.crossdock.local.prove.tables;

import org.jspecify.annotations.NullMarked;
