/**
 * An evolvable enum as a reader must see it: the known members are suggested by editors, and a member that a service
 * adds later is still a legal value.
 */
export type OpenEnum<Member extends string> = Member | (string & {});
