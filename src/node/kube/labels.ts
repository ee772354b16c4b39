import { every, type Answer } from './answer.ts';
import type { Requirement } from './facts.ts';

/**
 * What is known of one label of a pod: its value; that it has none; that it has one, or perhaps has one, which is new with
 * every pod and so is written in no policy; or nothing.
 */
export type Label =
  { state: 'value'; value: string } | { state: 'absent' | 'ever-new' | 'perhaps-ever-new' | 'unknown' };

/** What is known of a pod's labels, by key. */
export type PodLabels = (key: string) => Label;

/** The labels of a pod that was read. */
export function labelsOf(labels: Readonly<Record<string, string>>): PodLabels {
  return key => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return value === undefined ? { state: 'absent' } : { state: 'value', value };
  };
}

/** Labels that only the controllers of notebooks and of StatefulSets and Deployments write: a Job's pod has none of them. */
const NEVER_ON_A_JOB: ReadonlySet<string> = new Set([
  // notebook-controller (generateStatefulSet) and Notebooks 2.0
  'notebook-name',
  'statefulset',
  'notebooks.kubeflow.org/workspace-name',
  // Kubernetes, controllers of StatefulSets and Deployments
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'controller-revision-hash',
  'pod-template-hash'
]);

/**
 * What is known of the builder's pod: the SDK starts Kaniko as a Job `kaniko-<16 hex digits>`, so its pod has the labels
 * that the Job controller writes (those with the prefix since Kubernetes 1.27). Which ones the SDK adds is not public.
 */
export const builderLabels: PodLabels = key => {
  if (key === 'job-name' || key === 'controller-uid') {
    return { state: 'ever-new' };
  }
  if (key === 'batch.kubernetes.io/job-name' || key === 'batch.kubernetes.io/controller-uid') {
    return { state: 'perhaps-ever-new' };
  }
  return { state: NEVER_ON_A_JOB.has(key) ? 'absent' : 'unknown' };
};

const YES_NO = (holds: boolean): Answer => (holds ? 'yes' : 'no');

/** Whether a pod fulfils one requirement (Kubernetes, "Labels and Selectors"): `NotIn` also holds without the label. */
export function fulfils(labels: PodLabels, { key, operator, values }: Requirement): Answer {
  const label = labels(key);
  switch (operator) {
    case 'In':
      return label.state === 'value'
        ? YES_NO(values.includes(label.value))
        : label.state === 'unknown'
          ? 'unknown'
          : 'no';
    case 'NotIn':
      return label.state === 'value'
        ? YES_NO(!values.includes(label.value))
        : label.state === 'unknown'
          ? 'unknown'
          : 'yes';
    case 'Exists':
      return hasLabel(label);
    case 'DoesNotExist':
      return opposite(hasLabel(label));
    case 'unread':
      return 'unknown';
  }
}

function hasLabel({ state }: Label): Answer {
  return state === 'absent' ? 'no' : state === 'value' || state === 'ever-new' ? 'yes' : 'unknown';
}

function opposite(answer: Answer): Answer {
  return answer === 'unknown' ? answer : YES_NO(answer === 'no');
}

/** Whether a selector selects a pod; an empty one selects every pod. */
export function selects(requirements: readonly Requirement[], labels: PodLabels): Answer {
  return every(requirements.map(item => fulfils(labels, item)));
}

/** A requirement as kubectl writes it. */
export function requirementText({ key, operator, values }: Requirement): string {
  const list = values.join(', ');
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${list}` : `${key} in (${list})`;
    case 'NotIn':
      return `${key} notin (${list})`;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return key;
  }
}
