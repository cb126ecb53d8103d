/**
 * Text that something else fills in before the deployment: the words of the quickstart repository (`GEN-UNIQUE`,
 * `GET-PREREQ-name`) and the marks of the usual replacement tasks (`#{name}#`, `__name__`, `$(name)`, `${name}`,
 * `{{ name }}`, `<name>`). What stands there says nothing about the value.
 */
export const isPlaceholder = (text: string): boolean =>
  /^GE[NT]-[A-Z][A-Z0-9-]*/.test(text) || /^<[^<>]+>$/.test(text) || /[#$]\{|\$\(|\{\{|__\w+?__/.test(text);
