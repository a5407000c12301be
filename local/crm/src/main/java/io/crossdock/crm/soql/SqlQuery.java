package io.crossdock.crm.soql;

import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.ObjectType;
import java.util.List;

/**
 * A query as SQL over the rows of one object.
 *
 * @param type the object
 * @param fields selected fields; empty for a count
 * @param tail everything from WHERE on, with {@code ?} for every value of the query
 * @param parameters values in the order of the question marks
 */
public record SqlQuery(ObjectType type, List<Field> fields, String tail, List<Object> parameters) {}
