/**
 * The names that the coalition tells, as this site's English pages write them. The elements take them as `names`; one that
 * is missing is shown as the coalition has it.
 */
export const latinNames = {
  Заречье: 'Zarechye',
  'Моторный двор': 'Motor Yard',
  Блеск: 'Blesk',
  Коленвал: 'Kolenval',
}
