/** The description of an entity as EDMX, for servers that want one. Enums become text: that is how the peers compare them. */
export function toEdmx({ type, key, structuredTypes, enumTypes }, set) {
  const types = Object.entries(structuredTypes).map(([name, { baseType, open, properties }]) => {
    const isEntity = name === type || baseIsEntity(structuredTypes, type, name);
    const element = isEntity ? "EntityType" : "ComplexType";
    const base = baseType === undefined ? "" : ` BaseType="${baseType}"`;
    const own = Object.entries(properties).map(([member, { type: of, collection, nullable }]) => {
      const text = of in enumTypes ? "Edm.String" : of;
      const whole = collection ? `Collection(${text})` : text;
      const never = nullable === false || member === key ? ' Nullable="false"' : "";
      return `<Property Name="${member}" Type="${whole}"${never}/>`;
    });
    const keyed = isEntity && key in properties ? `<Key><PropertyRef Name="${key}"/></Key>` : "";
    const isOpen = open ? ' OpenType="true"' : "";
    return `<${element} Name="${localName(name)}"${base}${isOpen}>${keyed}${own.join("")}</${element}>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
    `<Schema Namespace="${type.slice(0, type.lastIndexOf("."))}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...types,
    `<EntityContainer Name="container"><EntitySet Name="${set}" EntityType="${type}"/></EntityContainer>`,
    "</Schema></edmx:DataServices></edmx:Edmx>",
  ].join("\n");
}

/** Whether the entity type derives from this one. */
function baseIsEntity(types, type, name) {
  for (let at = types[type]?.baseType; at !== undefined; at = types[at]?.baseType) if (at === name) return true;
  return false;
}

function localName(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}
