/** Who does the tasks of a job in a thread. */
export interface Worker<Task, Result> {
  work(task: Task): Result | Promise<Result>
  /** Asked before each task: the rest is left alone. */
  isStopped?(): boolean
}
