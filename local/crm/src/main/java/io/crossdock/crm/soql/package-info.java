/** The subset of SOQL: from text to a typed query to parameterised SQL. */
@NullMarked
package io.crossdock.crm.soql;

import org.jspecify.annotations.NullMarked;
