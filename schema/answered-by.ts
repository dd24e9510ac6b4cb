/** The real models that answer a run, by what is asked of them; absent: none has, only samples. */
export interface AnsweredBy {
  text?: ModelName;
  image?: ModelName;
}

interface ModelName {
  provider: string;
  model: string;
}
