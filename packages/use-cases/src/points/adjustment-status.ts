/**
 * PROPOSED waits for a second person; APPROVED is agreed and about to be booked; POSTED is booked; REFUSED could not be
 * booked, for want of points; WITHDRAWN was taken back before anybody agreed.
 */
export type AdjustmentStatus = 'PROPOSED' | 'APPROVED' | 'POSTED' | 'REFUSED' | 'WITHDRAWN'
